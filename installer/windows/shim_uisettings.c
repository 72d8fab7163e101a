/* Test only, never shipped: Windows.UI.ViewManagement.UISettings, which Wine 8 has not and Qt's `windows` plugin asks
 * for the system's colours. It answers with black on white and Windows' blue accent; everything else is refused.
 */
#include <windows.h>

typedef struct { BYTE alpha, red, green, blue; } Colour;
typedef struct Thing { const void *const *methods; } Thing;

static Thing settings, colours, factory;

static const GUID UNKNOWN = {0x00000000, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
static const GUID INSPECTABLE = {0xAF86E2E0, 0xB12D, 0x4C6A, {0x9C, 0x5A, 0xD7, 0xAA, 0x65, 0x10, 0x1E, 0x90}};
static const GUID AGILE = {0x94EA2B94, 0xE9CC, 0x49E0, {0xC0, 0xFF, 0xEE, 0x64, 0xCA, 0x8F, 0x5B, 0x90}};
static const GUID FACTORY = {0x00000035, 0, 0, {0xC0, 0, 0, 0, 0, 0, 0, 0x46}};
static const GUID SETTINGS = {0x85361600, 0x1C63, 0x4627, {0xBC, 0xB1, 0x3A, 0x89, 0xE0, 0xBC, 0x9C, 0x55}};
static const GUID SETTINGS3 = {0x03021BE4, 0x5254, 0x4781, {0x81, 0x94, 0x51, 0x68, 0xF7, 0xD0, 0x6D, 0x7B}};

static BOOL is_any(const GUID *asked)
{
    return IsEqualGUID(asked, &UNKNOWN) || IsEqualGUID(asked, &INSPECTABLE) || IsEqualGUID(asked, &AGILE);
}

static HRESULT WINAPI query_settings(Thing *self, const GUID *asked, void **out)
{
    *out = IsEqualGUID(asked, &SETTINGS3) ? &colours
           : is_any(asked) || IsEqualGUID(asked, &SETTINGS) ? &settings : NULL;
    return *out ? S_OK : E_NOINTERFACE;
}

static HRESULT WINAPI query_factory(Thing *self, const GUID *asked, void **out)
{
    *out = is_any(asked) || IsEqualGUID(asked, &FACTORY) ? &factory : NULL;
    return *out ? S_OK : E_NOINTERFACE;
}

/* All three live as long as the DLL. */
static ULONG WINAPI count(Thing *self) { return 1; }
static HRESULT WINAPI no_ids(Thing *self, ULONG *many, void **ids) { *many = 0; *ids = NULL; return S_OK; }
static HRESULT WINAPI no_name(Thing *self, void **name) { *name = NULL; return S_OK; }
static HRESULT WINAPI no_trust(Thing *self, int *level) { *level = 0; return S_OK; }
static HRESULT WINAPI refuse(Thing *self) { return E_NOTIMPL; }

static HRESULT WINAPI colour(Thing *self, int kind, Colour *out)
{
    static const Colour white = {255, 255, 255, 255}, black = {255, 0, 0, 0}, blue = {255, 0, 120, 215};
    *out = kind == 0 ? white : kind == 1 ? black : blue;
    return S_OK;
}

static HRESULT WINAPI watch(Thing *self, void *handler, INT64 *token) { *token = 1; return S_OK; }
static HRESULT WINAPI unwatch(Thing *self, INT64 token) { return S_OK; }
static HRESULT WINAPI make(Thing *self, void **out) { *out = &settings; return S_OK; }

#define COMMON(query) query, count, count, no_ids, no_name, no_trust
static const void *const SETTINGS_METHODS[] = {COMMON(query_settings), refuse, refuse, refuse, refuse, refuse, refuse,
                                               refuse, refuse, refuse, refuse, refuse, refuse, refuse};
static const void *const COLOUR_METHODS[] = {COMMON(query_settings), colour, watch, unwatch};
static const void *const FACTORY_METHODS[] = {COMMON(query_factory), make};
static Thing settings = {SETTINGS_METHODS}, colours = {COLOUR_METHODS}, factory = {FACTORY_METHODS};

__declspec(dllexport) HRESULT WINAPI DllGetActivationFactory(void *name, void **out)
{
    *out = &factory;
    return S_OK;
}

__declspec(dllexport) HRESULT WINAPI DllCanUnloadNow(void) { return S_FALSE; }
