/* scanner FOLDER MILLISECONDS

   Looks at each new .arsmelding-*.tmp in FOLDER as a virus scanner does: opens it at once, lets
   others read and write but not rename or delete it, and closes it after MILLISECONDS. Each file
   is looked at once. Says what it does, and goes on until it is killed. */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static const DWORD PATIENCE = 300 * 1000; /* of a scanner that nobody kills */

int wmain(int argc, wchar_t **argv)
{
    static wchar_t seen[100][MAX_PATH];
    wchar_t path[4096];
    int count = 0, i;
    DWORD start = GetTickCount();

    if (argc < 3)
        return 2;
    printf("watching\n");
    fflush(stdout);
    while (GetTickCount() - start < PATIENCE) {
        WIN32_FIND_DATAW found;
        HANDLE search, file;

        _snwprintf(path, 4096, L"%ls\\.arsmelding-*.tmp", argv[1]);
        search = FindFirstFileW(path, &found);
        if (search == INVALID_HANDLE_VALUE) {
            Sleep(1);
            continue;
        }
        FindClose(search);
        for (i = 0; i < count && wcscmp(seen[i], found.cFileName) != 0; i++)
            ;
        if (i < count || count == 100) {
            Sleep(1);
            continue;
        }
        _snwprintf(path, 4096, L"%ls\\%ls", argv[1], found.cFileName);
        file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                           OPEN_EXISTING, 0, NULL);
        if (file == INVALID_HANDLE_VALUE)
            continue; /* not there any more, or not yet to be shared: look again */
        wcscpy(seen[count++], found.cFileName);
        printf("holding %ls\n", found.cFileName);
        fflush(stdout);
        Sleep((DWORD)_wtoi(argv[2]));
        CloseHandle(file);
        printf("let go\n");
        fflush(stdout);
    }
    return 0;
}
