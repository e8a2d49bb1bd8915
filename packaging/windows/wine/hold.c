/* hold FILE SHARING MILLISECONDS [FOLDER]

   Has FILE open for reading, as a program does that shows it, and lets go after that time. SHARING
   is what others may do meanwhile, the sum of 1 (read), 2 (write) and 4 (delete, rename, replace):
   Word and Excel allow 1, most programs 3, careful ones 7.

   With FOLDER the time runs from when a file .arsmelding-*.tmp appears in it, which is when a save
   has begun: so the hold is as long as the test says, however slowly the program starts. */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static const DWORD PATIENCE = 60 * 1000;

static int save_has_begun(const wchar_t *folder)
{
    wchar_t pattern[4096];
    WIN32_FIND_DATAW found;
    HANDLE search;

    _snwprintf(pattern, 4096, L"%ls\\.arsmelding-*.tmp", folder);
    search = FindFirstFileW(pattern, &found);
    if (search == INVALID_HANDLE_VALUE)
        return 0;
    FindClose(search);
    return 1;
}

int wmain(int argc, wchar_t **argv)
{
    HANDLE file;
    DWORD start = GetTickCount();

    if (argc < 4)
        return 2;
    file = CreateFileW(argv[1], GENERIC_READ, (DWORD)_wtoi(argv[2]), NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) {
        printf("error %lu\n", GetLastError());
        return 1;
    }
    printf("holding\n");
    fflush(stdout);
    while (argc > 4 && !save_has_begun(argv[4])) {
        if (GetTickCount() - start > PATIENCE) {
            printf("no save was seen\n");
            return 1;
        }
        Sleep(1);
    }
    Sleep((DWORD)_wtoi(argv[3]));
    CloseHandle(file);
    printf("let go\n");
    return 0;
}
