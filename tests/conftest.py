"""What every test shares: an offscreen window system, and never the user's own folders."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
