/* bcryptprimitives.dll, which Wine 8 lacks and Rust's libraries (typst) want: random bytes.
   For a Wine prefix only, never shipped: every Windows has its own. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size)
{
    return RtlGenRandom(data, (ULONG)size);
}
