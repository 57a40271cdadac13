/* python.exe and (with -DWINDOWED) pythonw.exe for the Windows CPython of the tests: all the work is
   in the DLL. For tests and builds under Wine; a build on a real Windows uses python.org's own. */
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

extern __declspec(dllimport) int Py_Main(int argc, wchar_t **argv);

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, LPWSTR line, int show)
{
    return Py_Main(__argc, __wargv);
}
#else
int wmain(int argc, wchar_t **argv)
{
    return Py_Main(argc, argv);
}
#endif
