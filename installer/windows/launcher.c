/* The program's own process: ThuKy.exe (window) and thuky.com (command line; found before ThuKy.exe by its ending).
 *
 * Python runs inside it, so that the task bar, the task list and the file association all see ThuKy with its own icon
 * and no identity has to be set by hand. It loads the python312.dll beside it by full path and nothing from elsewhere.
 */
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define ROOM 32768
#define COUNT(array) (sizeof(array) / sizeof(*(array)))

typedef int (*python_main)(int, wchar_t **);

/* -I: nothing from the user's variables; -B: nothing is written into the folder of the program. */
static wchar_t *const FIRST[] = {L"-I", L"-B", L"-X", L"utf8"};
static wchar_t *const PROGRAM[] = {L"-m", L"desktop"};

static int complain(void)
{
    static const wchar_t text[] = L"Chương trình thiếu tệp của mình. Hãy chạy lại bộ cài Thư Ký; dữ liệu vẫn còn nguyên.";
#ifdef CONSOLE
    DWORD written;
    WriteConsoleW(GetStdHandle(STD_ERROR_HANDLE), text, COUNT(text) - 1, &written, NULL);
#else
    MessageBoxW(NULL, text, L"Thư Ký", MB_ICONERROR);
#endif
    return 3;
}

static python_main find_python(void)
{
    /* Without these Python would end the process itself and say so to nobody. The last one is loaded. */
    static const wchar_t *const needed[] = {L"python\\python312.zip", L"app\\desktop\\__main__.py",
                                            L"python\\python312.dll"};
    static wchar_t path[ROOM];
    DWORD length = GetModuleFileNameW(NULL, path, ROOM);
    wchar_t *name = wcsrchr(path, L'\\');
    if (length == 0 || length > ROOM - 32 || name == NULL)
        return NULL;
    for (size_t i = 0; i < COUNT(needed); i++) {
        wcscpy(name + 1, needed[i]);
        if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES)
            return NULL;
    }
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    return python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
}

int wmain(int count, wchar_t **words)
{
    int itself = count > 1 && wcscmp(words[1], L"-m") == 0; /* the program starts itself as it would start Python */
    python_main run = find_python();
    wchar_t **all = calloc(count + COUNT(FIRST) + COUNT(PROGRAM) + 1, sizeof(*all));
    int next = 0;

    if (run == NULL || all == NULL)
        return complain();
    all[next++] = words[0];
    for (size_t i = 0; i < COUNT(FIRST); i++)
        all[next++] = FIRST[i];
    for (size_t i = 0; i < COUNT(PROGRAM) && !itself; i++)
        all[next++] = PROGRAM[i];
    for (int i = 1; i < count; i++)
        all[next++] = words[i];
    int status = run(next, all);
#ifndef CONSOLE
    if (status == 1 && count <= 2) /* a window ends with 0, 2 or 3: Python found no way into the program */
        return complain();
#endif
    return status;
}
