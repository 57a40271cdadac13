; The installer of the program: 64-bit, for the current user, without administrator rights, Chinese.
;
;   makensis -INPUTCHARSET UTF8 -DPARTS=folder -DOUT=….exe [-DFAST] installer.nsi
;
; PARTS holds what files.py, pictures.py and licence.py write.
;
; The folder is called Liantu, not 链图: command lines, logs of virus scanners and old tools that
; think in another code page show it rightly; what people see (menu, shortcut, list of apps) is 链图.
; Exit codes: 0 done, 1 cancelled, 2 the program is running, 3 Windows is too old, 4 an old version
; could not be removed.

Unicode true
Target amd64-unicode
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include FileFunc.nsh
!include Sections.nsh
!include Integration.nsh
!include "${PARTS}/about.nsh"
!include "texts.nsh"
!include "shortcut.nsh"

!define APP_ID "Liantu.Liantu"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Liantu"
!define CLASSES "Software\Classes"
!define LEAST_BUILD 17763 ; Windows 10 1809
!define LINK "$SMPROGRAMS\${NAME}.lnk"
!define DESKTOP_LINK "$DESKTOP\${NAME}.lnk"

!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 32
!endif

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Liantu"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
ManifestDPIAware true
ManifestSupportedOS Win10
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION4}"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "${TOLD}"
VIAddVersionKey /LANG=2052 "CompanyName" "${NAME}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${PARTS}/liantu.ico"
!define MUI_UNICON "${PARTS}/liantu.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PARTS}/welcome.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_WELCOMEPAGE_TEXT "${WELCOME}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\liantu.exe"
!define MUI_FINISHPAGE_RUN_TEXT "${RUN_NOW}"
!define MUI_COMPONENTSPAGE_SMALLDESC
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${PARTS}/licence.txt"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

Var Upgrading ; 1 in the uninstaller of an old version that a new one runs

; Asks until neither program runs; leaves with exit code 2 where nobody can be asked.
!macro StopWhileRunning un
  Function ${un}StopWhileRunning
    ${Do}
      StrCpy $0 "free"
      ${Probe} "$INSTDIR\liantu.exe"
      ${Probe} "$INSTDIR\liantu-cli.exe"
      ${If} $0 == "free"
        Return
      ${EndIf}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${RUNNING}" /SD IDCANCEL IDRETRY again
      SetErrorLevel 2
      Quit
      again:
    ${Loop}
  FunctionEnd
!macroend
; A program that runs cannot be opened for writing.
!macro Probe file
  ${If} ${FileExists} "${file}"
    ClearErrors
    FileOpen $1 "${file}" a
    ${If} ${Errors}
      StrCpy $0 "busy"
    ${Else}
      FileClose $1
    ${EndIf}
  ${EndIf}
!macroend
!define Probe "!insertmacro Probe"
!insertmacro StopWhileRunning ""
!insertmacro StopWhileRunning "un."

; A version that is here already goes first, from wherever it is, with what only it had.
Function RemoveOld
  ReadRegStr $2 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $2 == ""
  ${OrIfNot} ${FileExists} "$2\uninstall.exe"
    Return
  ${EndIf}
  DetailPrint "${REMOVING_OLD}"
  StrCpy $3 $INSTDIR
  StrCpy $INSTDIR $2
  Call StopWhileRunning
  StrCpy $INSTDIR $3
  ; A copy, as the file itself has to go; _?= makes it wait and work in place.
  InitPluginsDir
  CopyFiles /SILENT "$2\uninstall.exe" "$PLUGINSDIR\old.exe"
  ExecWait '"$PLUGINSDIR\old.exe" /S /UPGRADE _?=$2' $4
  ${If} $4 != 0
  ${OrIf} ${FileExists} "$2\liantu.exe"
    MessageBox MB_OK|MB_ICONSTOP "${OLD_STAYS}" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd

Section "${PART_PROGRAM}" PROGRAM
  SectionIn RO
  Call StopWhileRunning
  Call RemoveOld
  !include "${PARTS}/install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${Shortcut} "${LINK}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\liantu.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "${PART_DESKTOP}" ON_DESKTOP
  ${Shortcut} "${DESKTOP_LINK}"
SectionEnd

Section "${PART_MENUS}" MENUS
  WriteRegStr HKCU "${CLASSES}\.liantu" "" "Liantu.View"
  WriteRegStr HKCU "${CLASSES}\Liantu.View" "" "${VIEW}"
  WriteRegStr HKCU "${CLASSES}\Liantu.View" "AppUserModelID" "${APP_ID}"
  WriteRegStr HKCU "${CLASSES}\Liantu.View\DefaultIcon" "" "$INSTDIR\liantu.exe,0"
  WriteRegStr HKCU "${CLASSES}\Liantu.View\shell\open\command" "" '"$INSTDIR\liantu.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\Directory\shell\Liantu" "" "${OPEN_WITH}"
  WriteRegStr HKCU "${CLASSES}\Directory\shell\Liantu" "Icon" "$INSTDIR\liantu.exe,0"
  WriteRegStr HKCU "${CLASSES}\Directory\shell\Liantu\command" "" '"$INSTDIR\liantu.exe" "%1"'
  ; The empty part of a window of a folder; the dot keeps D:\ from eating the closing quote.
  WriteRegStr HKCU "${CLASSES}\Directory\Background\shell\Liantu" "" "${OPEN_WITH}"
  WriteRegStr HKCU "${CLASSES}\Directory\Background\shell\Liantu" "Icon" "$INSTDIR\liantu.exe,0"
  WriteRegStr HKCU "${CLASSES}\Directory\Background\shell\Liantu\command" "" \
    '"$INSTDIR\liantu.exe" "%V\."'
  ${NotifyShell_AssocChanged}
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${PROGRAM} "${PART_PROGRAM_TOLD}"
  !insertmacro MUI_DESCRIPTION_TEXT ${ON_DESKTOP} "${PART_DESKTOP_TOLD}"
  !insertmacro MUI_DESCRIPTION_TEXT ${MENUS} "${PART_MENUS_TOLD}"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${LEAST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "${OLD_WINDOWS}" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ; An upgrade leaves out what was left out, or thrown away since.
  ReadRegStr $0 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $0 != ""
    ${IfNot} ${FileExists} "${DESKTOP_LINK}"
      !insertmacro UnselectSection ${ON_DESKTOP}
    ${EndIf}
    ReadRegStr $1 HKCU "${CLASSES}\.liantu" ""
    ${If} $1 != "Liantu.View"
      !insertmacro UnselectSection ${MENUS}
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "un.${UNPART_PROGRAM}" un.PROGRAM
  SectionIn RO
  Call un.StopWhileRunning
  !include "${PARTS}/uninstall.nsh"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  ${If} $Upgrading = 1
    Return
  ${EndIf}
  RMDir /r "$LOCALAPPDATA\Liantu\cache" ; made again when wanted
  RMDir "$LOCALAPPDATA\Liantu"
  Delete "${LINK}"
  Delete "${DESKTOP_LINK}"
  DeleteRegKey HKCU "${UNINSTALL}"
  ReadRegStr $0 HKCU "${CLASSES}\.liantu" ""
  ${If} $0 == "Liantu.View"
    DeleteRegValue HKCU "${CLASSES}\.liantu" ""
    DeleteRegKey /ifempty HKCU "${CLASSES}\.liantu"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\Liantu.View"
  DeleteRegKey HKCU "${CLASSES}\Directory\shell\Liantu"
  DeleteRegKey HKCU "${CLASSES}\Directory\Background\shell\Liantu"
  ; What was made on the way to them.
  DeleteRegKey /ifempty HKCU "${CLASSES}\Directory\shell"
  DeleteRegKey /ifempty HKCU "${CLASSES}\Directory\Background\shell"
  DeleteRegKey /ifempty HKCU "${CLASSES}\Directory\Background"
  DeleteRegKey /ifempty HKCU "${CLASSES}\Directory"
  RMDir "$LOCALAPPDATA\Programs"
  ${NotifyShell_AssocChanged}
SectionEnd

Section /o "un.${UNPART_SETTINGS}" un.SETTINGS
  RMDir /r "$APPDATA\Liantu"
  RMDir /r "$LOCALAPPDATA\Liantu"
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${un.PROGRAM} "${UNPART_PROGRAM_TOLD}"
  !insertmacro MUI_DESCRIPTION_TEXT ${un.SETTINGS} "${UNPART_SETTINGS_TOLD}"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END

Function un.onInit
  StrCpy $Upgrading 0
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/UPGRADE" $1
  ${IfNot} ${Errors}
    StrCpy $Upgrading 1
  ${EndIf}
  ; For whom nobody asks: uninstall.exe /S /SETTINGS
  ClearErrors
  ${GetOptions} $0 "/SETTINGS" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${un.SETTINGS}
  ${EndIf}
FunctionEnd
