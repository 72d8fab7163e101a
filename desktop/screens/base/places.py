"""The screens of the rail in their order, each with the module that is imported when it is first shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    key: str
    text: str
    icon: str
    module: str
    name: str

    @property
    def path(self) -> str:
        return f"desktop.screens.{self.module}"


PLACES = (
    Place("today", "Hôm nay", "mdi6.calendar-today", "today.screen", "TodayScreen"),
    Place("calendar", "Lịch", "mdi6.calendar-month-outline", "calendar.screen", "CalendarScreen"),
    Place("meetings", "Hội nghị", "mdi6.account-group-outline", "meetings.screen", "MeetingsScreen"),
    Place("ballots", "Phiếu xin ý kiến", "mdi6.email-check-outline", "ballots.screen", "BallotsScreen"),
    Place("absences", "Đi vắng", "mdi6.account-clock-outline", "absences.screen", "AbsencesScreen"),
    Place("assignments", "Phân công", "mdi6.sitemap-outline", "assignments.screen", "AssignmentsScreen"),
    Place(
        "programmes",
        "Chương trình, báo cáo",
        "mdi6.clipboard-list-outline",
        "programmes.screen",
        "ProgrammesScreen",
    ),
    Place("documents", "Văn bản", "mdi6.file-document-multiple-outline", "documents.screen", "DocumentsScreen"),
    Place("compliance", "Thực hiện Quy chế", "mdi6.scale-balance", "compliance.screen", "ComplianceScreen"),
    Place("directory", "Danh mục", "mdi6.book-account-outline", "directory.screen", "DirectoryScreen"),
)
SETTINGS = Place("settings", "Cài đặt", "mdi6.cog-outline", "window.settings", "SettingsScreen")
KEYS = "1234567890"
"""Ctrl with the n-th of these shows the n-th screen."""
