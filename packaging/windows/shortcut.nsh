; ${Shortcut} FILE.lnk: starts liantu.exe; carries the program's AppUserModelID, so that a window, its
; pinned icon and its list of recent files are one on the taskbar.
!include Win\COM.nsh
!include Win\Propkey.nsh

!macro Shortcut file
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IShellLink::SetPath} $0 '("$INSTDIR\liantu.exe").r1'
    ${IShellLink::SetWorkingDirectory} $0 '("$DOCUMENTS").r1'
    ${IShellLink::SetDescription} $0 '("${TOLD}").r1'
    ${IShellLink::SetIconLocation} $0 '("$INSTDIR\liantu.exe",0).r1'
    ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r1)'
    ${If} $1 P<> 0
      System::Call '*(&w64 "${APP_ID}")p.r4'
      System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r2'
      System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r4)p.r3'
      ${IPropertyStore::SetValue} $1 '($2,$3)'
      ${IPropertyStore::Commit} $1 ""
      System::Free $3
      System::Free $2
      System::Free $4
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Save} $1 '("${file}",1)'
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
!macroend
!define Shortcut "!insertmacro Shortcut"
