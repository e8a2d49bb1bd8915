/* A stand-in for bcryptprimitives.dll, which Wine 8 (Debian 12) lacks and every Windows since 7
   has. Rust's standard library takes its random numbers from the one function in it. test.sh puts
   it into a prefix of its own; it is never shipped. Link with -lbcrypt. */
#include <windows.h>
#include <bcrypt.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *buffer, SIZE_T length)
{
    while (length > 0) {
        ULONG step = length < 0x100000 ? (ULONG)length : 0x100000;
        if (BCryptGenRandom(NULL, buffer, step, BCRYPT_USE_SYSTEM_PREFERRED_RNG) < 0)
            return FALSE;
        buffer += step;
        length -= step;
    }
    return TRUE;
}
