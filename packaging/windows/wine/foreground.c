/* foreground

   Prints the title of the window that Windows has in front. Wine 8 knows it, but does not always
   tell the window manager of X, so a picture of the screen cannot be asked. */
#include <stdio.h>
#include <windows.h>

int wmain(void)
{
    wchar_t title[1024] = L"";
    char text[4096] = "";

    GetWindowTextW(GetForegroundWindow(), title, 1024);
    WideCharToMultiByte(CP_UTF8, 0, title, -1, text, sizeof text, NULL, NULL);
    printf("%s\n", text);
    return 0;
}
