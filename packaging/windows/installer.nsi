; Installs Årsmelding for the person who runs it, without an administrator.
;
; build.sh runs this and gives
;   VERSION   0.2.0
;   NUMBER    0.2.0.0, the version as Windows wants it
;   FILES     a script with the macro EXTRACT, which writes every file below the folder STAGE
;   LIST      those files, one a line, relative, ASCII, lines ending in CR LF
;   ICON      the installer's own icon
;   PANEL     the picture beside the last page
;   OUT       the installer to write
;   SIGN      a command that signs a file in place (may be missing)
;   DICT      the compressor's window in MB; wider than one executable, so that the second one,
;             which differs in a few bytes, is stored as a reference to the first
;
; How nothing is ever half installed: all new files are first written to $INSTDIR\~ny. Then every
; file of the installed version is moved to $INSTDIR\~gammel, and the new ones are moved in. What
; cannot be moved is in use; then everything is moved back, and the person is asked. Files that are
; not in the lists are never touched, and neither is a file of the sample that has been changed.
;
; Exit codes: 0 done, 1 left by the person, 2 failed, 3 the program (or one of its files) is open.

Target amd64-unicode
Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize ${DICT}
AllowSkipFiles off

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "WinVer.nsh"

!define NAME "Årsmelding"
!define PROGID "Arsmelding.Prosjekt.1"
!define WINDOW "arsmelding-window.exe"
!define CONSOLE "kommandolinje\arsmelding.exe"
!define UNINSTALLER "avinstaller.exe"
!define INSTALLED "installert.txt"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Arsmelding"
!define CLASSES "Software\Classes"
!define APPLICATION "${CLASSES}\Applications\${WINDOW}"
!define CAPABILITIES "Software\Arsmelding\Capabilities"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\arsmelding.exe"

!define OPEN_TEXT "Årsmelding er åpent. Lagre og lukk programmet, og velg «Prøv igjen»."
!define BUSY_TEXT "er i bruk av et annet program. Lukk den der, og velg «Prøv igjen»."

Name "${NAME}"
Caption "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Arsmelding"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "Hedmark IKT"
FileErrorText "Kan ikke skrive $0$\r$\n$\r$\nVelg «Prøv igjen», eller «Avbryt» for å stoppe. Det som er installert fra før, blir som det var." \
    "Kan ikke skrive $0$\r$\n$\r$\nVelg «Prøv igjen», eller «Avbryt» for å stoppe. Det som er installert fra før, blir som det var."

VIProductVersion "${NUMBER}"
VIFileVersion "${NUMBER}"
VIAddVersionKey /LANG=1044 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1044 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1044 "FileDescription" "${NAME} – installasjon"
VIAddVersionKey /LANG=1044 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1044 "CompanyName" "Hedmark IKT"
VIAddVersionKey /LANG=1044 "LegalCopyright" "Hedmark IKT"

!ifdef SIGN
!uninstfinalize '${SIGN} "%1"' = 0
!endif

; ---- pages

Var Lead ; the sentence over the folder

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PANEL}"
!define MUI_PAGE_HEADER_TEXT "Installer ${NAME} ${VERSION}"
!define MUI_PAGE_HEADER_SUBTEXT "Programmet installeres bare for deg. Du trenger ikke være administrator."
!define MUI_PAGE_CUSTOMFUNCTION_PRE SayWhatHappens
!define MUI_DIRECTORYPAGE_TEXT_TOP "$Lead"
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_PAGE_HEADER_TEXT "Installerer"
!define MUI_PAGE_HEADER_SUBTEXT "Det tar under et minutt."
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "${NAME} er installert"
!define MUI_FINISHPAGE_TEXT "Du finner programmet på startmenyen. Prosjekter åpnes også med et dobbeltklikk."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!define MUI_FINISHPAGE_RUN_TEXT "Åpne ${NAME}"
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_TEXT "Avinstaller ${NAME}"
!define MUI_PAGE_HEADER_SUBTEXT "Prosjektene og innstillingene dine blir liggende."
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "Avinstallerer"
!define MUI_PAGE_HEADER_SUBTEXT "Det tar noen sekunder."
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Norwegian"

; ---- moving files: in the installer and the uninstaller alike

Var Place     ; the folder of the installed version
Var FilesTime ; the time that all its files got; a file of the sample with another was changed
Var Blocked   ; the file that another program holds, relative to $Place; empty when none does
Var Again     ; the person wants to try again
Var Tries

!include "${FILES}"

!macro FILE_FUNCTIONS un

; Calls the function $R2 for each line of the list $R1, with the line in $R0, until $Blocked is set.
Function ${un}EachFile
  ClearErrors
  FileOpen $R3 "$R1" r
  ${If} ${Errors}
    Return
  ${EndIf}
  ${Do}
    ClearErrors
    FileRead $R3 $R0
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    StrCpy $R0 $R0 -2 ; without CR LF
    Call $R2
    ${If} $Blocked != ""
      ${ExitDo}
    ${EndIf}
  ${Loop}
  FileClose $R3
FunctionEnd

; $R4 becomes 1 when the file $R0 belongs to the sample and was changed since it was installed.
Function ${un}IsChanged
  StrCpy $R4 0
  StrCpy $R5 $R0 12
  ${If} $R5 == "sample-data\"
    ClearErrors
    GetFileTime "$Place\$R0" $R5 $R6
    ${If} "$R5:$R6" != "$FilesTime"
      StrCpy $R4 1
    ${EndIf}
  ${EndIf}
FunctionEnd

Function ${un}MoveAside
  ${IfNot} ${FileExists} "$Place\$R0"
    Return
  ${EndIf}
  Call ${un}IsChanged
  ${If} $R4 = 1
    Return
  ${EndIf}
  ${GetParent} "$Place\~gammel\$R0" $R5
  CreateDirectory "$R5"
  ClearErrors
  Rename "$Place\$R0" "$Place\~gammel\$R0"
  ${If} ${Errors}
    StrCpy $Blocked "$R0"
  ${EndIf}
FunctionEnd

Function ${un}MoveBack
  ${If} ${FileExists} "$Place\~gammel\$R0"
  ${AndIfNot} ${FileExists} "$Place\$R0"
    Rename "$Place\~gammel\$R0" "$Place\$R0"
  ${EndIf}
FunctionEnd

; Removes the folder of the file $R0 when nothing is left in it.
Function ${un}RemoveFolder
  ${GetParent} "$Place\$R0" $R5
  ${If} $R5 != $Place
    RMDir "$R5"
  ${EndIf}
FunctionEnd

; Windows lets nobody write to the file of a running program. $R1 is the folder to look in.
Function ${un}IsRunning
  StrCpy $R0 "${WINDOW}"
  Call ${un}IsHeld
  StrCpy $R0 "${CONSOLE}"
  Call ${un}IsHeld
FunctionEnd

Function ${un}IsHeld
  ${IfNot} ${FileExists} "$R1\$R0"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $R3 "$R1\$R0" a
  ${If} ${Errors}
    StrCpy $Blocked "$R0"
  ${Else}
    FileClose $R3
  ${EndIf}
FunctionEnd

; Moves back what this run, or one that was killed, has moved aside.
Function ${un}PutBack
  Push $Blocked
  StrCpy $Blocked ""
  GetFunctionAddress $R2 ${un}MoveBack
  StrCpy $R1 "$PLUGINSDIR\${INSTALLED}"
  Call ${un}EachFile
  StrCpy $R1 "$PLUGINSDIR\old-${INSTALLED}"
  Call ${un}EachFile
  Pop $Blocked
FunctionEnd

; Moves every file of the installed version aside, or none: then $Blocked names the one in use.
Function ${un}TryToPutAside
  StrCpy $Blocked ""
  ; First a look that changes nothing.
  StrCpy $R1 "$Place"
  Call ${un}IsRunning
  ${If} $Blocked != ""
    Return
  ${EndIf}
  GetFunctionAddress $R2 ${un}MoveAside
  StrCpy $R1 "$PLUGINSDIR\${INSTALLED}"
  Call ${un}EachFile
  ${If} $Blocked == ""
    StrCpy $R1 "$PLUGINSDIR\old-${INSTALLED}"
    Call ${un}EachFile
  ${EndIf}
  ${If} $Blocked == ""
    ; Started since that look? The file of a running program can be moved. From here on nobody
    ; can start it any more.
    StrCpy $R1 "$Place\~gammel"
    Call ${un}IsRunning
  ${EndIf}
  ${If} $Blocked != ""
    Call ${un}PutBack
  ${EndIf}
FunctionEnd

; The same, with patience: a virus scanner lets go by itself, a person is asked. $Blocked stays set
; when the person gives up, or when there is nobody to ask.
Function ${un}PutAside
  ${Do}
    StrCpy $Again 0
    StrCpy $Tries 0
    ${Do}
      Call ${un}TryToPutAside
      IntOp $Tries $Tries + 1
      ${If} $Blocked == ""
      ${OrIf} $Tries = 5
        ${ExitDo}
      ${EndIf}
      Sleep 300
    ${Loop}
    ${If} $Blocked == ""
      Return
    ${EndIf}
    StrCpy $R5 "Fila $Place\$Blocked ${BUSY_TEXT}"
    ${If} $Blocked == "${WINDOW}"
    ${OrIf} $Blocked == "${CONSOLE}"
      StrCpy $R5 "${OPEN_TEXT}"
    ${EndIf}
    ${If} ${Cmd} 'MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$R5" /SD IDCANCEL IDRETRY'
      StrCpy $Again 1
    ${EndIf}
  ${LoopWhile} $Again = 1
FunctionEnd

; Reads what is known of the version in $Place, and puts right what a killed run left there.
Function ${un}LookAtPlace
  StrCpy $FilesTime ""
  ReadRegStr $R0 HKCU "${KEY}" "InstallLocation"
  ${If} $R0 == $Place
    ReadRegStr $FilesTime HKCU "${KEY}" "FilesTime"
  ${EndIf}
  InitPluginsDir
  SetOutPath "$PLUGINSDIR"
  File "/oname=${INSTALLED}" "${LIST}"
  ${If} ${FileExists} "$Place\${INSTALLED}"
    CopyFiles /SILENT "$Place\${INSTALLED}" "$PLUGINSDIR\old-${INSTALLED}"
  ${ElseIf} ${FileExists} "$Place\~gammel\${INSTALLED}"
    CopyFiles /SILENT "$Place\~gammel\${INSTALLED}" "$PLUGINSDIR\old-${INSTALLED}"
  ${EndIf}
  Call ${un}PutBack
  RMDir /r "$Place\~gammel"
FunctionEnd

Function ${un}TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
FunctionEnd

!macroend
!insertmacro FILE_FUNCTIONS ""
!insertmacro FILE_FUNCTIONS "un."

; ---- installing

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME} krever Windows 10 eller nyere." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ; Two installers at once would move each other's files.
  System::Call 'kernel32::CreateMutex(p 0, i 0, t "Arsmelding-installasjon") p .r1 ?e'
  Pop $0
  ${If} $0 = 183 ; ERROR_ALREADY_EXISTS
    MessageBox MB_OK|MB_ICONEXCLAMATION "${NAME} blir allerede installert i et annet vindu." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Function SayWhatHappens
  StrCpy $Lead "Velg «Installer». Mappa kan stå som den er."
  ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
  ${If} $0 != ""
    StrCpy $Lead "${NAME} $0 er installert fra før og blir erstattet. Prosjektene og innstillingene dine røres ikke."
  ${EndIf}
FunctionEnd

; Moves one new file in. One that is there still is the person's own (see IsChanged), and stays.
Function MoveIn
  ${If} ${FileExists} "$INSTDIR\$R0"
    Return
  ${EndIf}
  ${GetParent} "$INSTDIR\$R0" $R5
  CreateDirectory "$R5"
  ClearErrors
  Rename "$INSTDIR\~ny\$R0" "$INSTDIR\$R0"
  ${If} ${Errors}
    StrCpy $Blocked "$R0"
  ${EndIf}
FunctionEnd

; Takes one new file out again: what is no longer in ~ny has been moved in.
Function MoveOut
  ${If} ${FileExists} "$INSTDIR\$R0"
  ${AndIfNot} ${FileExists} "$INSTDIR\~ny\$R0"
    Rename "$INSTDIR\$R0" "$INSTDIR\~ny\$R0"
  ${EndIf}
FunctionEnd

Function RemoveNew
  SetOutPath "$TEMP" ; a folder that is some program's own folder cannot be removed
  RMDir /r "$INSTDIR\~ny"
  RMDir "$INSTDIR" ; only when it is empty
FunctionEnd

; Nothing could be written, or the person has left: what was installed is as it was.
Function .onInstFailed
  Call RemoveNew
FunctionEnd

Section "-program"
  StrCpy $Place "$INSTDIR"
  Call LookAtPlace
  RMDir /r "$INSTDIR\~ny"
  !insertmacro EXTRACT "$INSTDIR\~ny"
  SetOutPath "$INSTDIR"

  ; The program was installed somewhere else? It must not be open there either.
  ReadRegStr $9 HKCU "${KEY}" "InstallLocation"
  ${If} $9 == $INSTDIR
    StrCpy $9 ""
  ${EndIf}
  ${If} $9 != ""
    ${Do}
      StrCpy $Again 0
      StrCpy $Blocked ""
      StrCpy $R1 "$9"
      Call IsRunning
      ${If} $Blocked != ""
      ${AndIf} ${Cmd} 'MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${OPEN_TEXT}" /SD IDCANCEL IDRETRY'
        StrCpy $Again 1
      ${EndIf}
    ${LoopWhile} $Again = 1
  ${EndIf}
  ${If} $Blocked == ""
    Call PutAside
  ${EndIf}
  ${If} $Blocked != ""
    Call RemoveNew
    SetErrorLevel 3
    Quit
  ${EndIf}

  GetFunctionAddress $R2 MoveIn
  StrCpy $R1 "$PLUGINSDIR\${INSTALLED}"
  Call EachFile
  ${If} $Blocked != ""
    StrCpy $8 $Blocked
    StrCpy $Blocked ""
    GetFunctionAddress $R2 MoveOut
    Call EachFile
    Call PutBack
    RMDir /r "$INSTDIR\~gammel"
    MessageBox MB_OK|MB_ICONSTOP "Fila $INSTDIR\$8 kan ikke skrives. Ingenting er endret. Prøv på nytt, eller velg en annen mappe." /SD IDOK
    Call RemoveNew
    SetErrorLevel 2
    Quit
  ${EndIf}
  ; What an earlier version had and this one does not leaves its folder behind.
  GetFunctionAddress $R2 RemoveFolder
  StrCpy $R1 "$PLUGINSDIR\old-${INSTALLED}"
  Call EachFile
  RMDir /r "$INSTDIR\~gammel"
  GetFileTime "$INSTDIR\${INSTALLED}" $R5 $R6
  StrCpy $FilesTime "$R5:$R6"
  RMDir /r "$INSTDIR\~ny"

  ${If} $9 != ""
  ${AndIf} ${FileExists} "$9\${UNINSTALLER}"
    ExecWait '"$9\${UNINSTALLER}" /S _?=$9'
    Delete "$9\${UNINSTALLER}"
    RMDir "$9"
  ${EndIf}

  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  SetOutPath "$DOCUMENTS" ; becomes the folder that the shortcut starts in
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW}" "" "$INSTDIR\${WINDOW}" 0
  SetOutPath "$INSTDIR"

  Call Associate

  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "Hedmark IKT"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "FilesTime" "$FilesTime"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  SectionGetSize 0 $0
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
SectionEnd

; What the file kind is called, its icon, and what opens it.
Function Associate
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "" "Årsmelding-prosjekt"
  WriteRegStr HKCU "${CLASSES}\${PROGID}" "FriendlyTypeName" "Årsmelding-prosjekt"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\DefaultIcon" "" "$INSTDIR\project.ico,0"
  WriteRegStr HKCU "${CLASSES}\${PROGID}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr HKCU "${CLASSES}\.ron\OpenWithProgids" "${PROGID}" ""

  WriteRegStr HKCU "${APPLICATION}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${APPLICATION}\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "${APPLICATION}\shell\open\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" ".ron" ""

  ; So that the person finds the program among the standard apps in Settings.
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationName" "${NAME}"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationDescription" "Fra årets eksporter til årets rapport"
  WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" ".ron" "${PROGID}"
  WriteRegStr HKCU "Software\RegisteredApplications" "${NAME}" "${CAPABILITIES}"

  ; RON is a general format: an owner that .ron has already keeps it. An owner without a class is
  ; what a removed program left behind.
  ReadRegStr $0 HKCU "${CLASSES}\.ron" ""
  ${If} $0 == ""
    ReadRegStr $0 HKLM "${CLASSES}\.ron" ""
  ${EndIf}
  ${If} $0 != ""
    EnumRegKey $1 HKCU "${CLASSES}\$0" 0
    EnumRegKey $2 HKLM "${CLASSES}\$0" 0
    ${If} "$1$2" == ""
      StrCpy $0 ""
    ${EndIf}
  ${EndIf}
  ${If} $0 == ""
    WriteRegStr HKCU "${CLASSES}\.ron" "" "${PROGID}"
  ${EndIf}
  Call TellExplorer
FunctionEnd

; ---- uninstalling: projects and settings (%APPDATA%\arsmelding) stay

Section "Uninstall"
  StrCpy $Place "$INSTDIR"
  Call un.LookAtPlace
  SetOutPath "$TEMP" ; a folder that is some program's own folder cannot be removed
  Call un.PutAside
  ${If} $Blocked != ""
    SetErrorLevel 3
    Quit
  ${EndIf}
  RMDir /r "$INSTDIR\~gammel"
  GetFunctionAddress $R2 un.RemoveFolder
  StrCpy $R1 "$PLUGINSDIR\${INSTALLED}"
  Call un.EachFile
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"

  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${CLASSES}\${PROGID}"
  DeleteRegKey HKCU "${APPLICATION}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\Applications"
  DeleteRegValue HKCU "${CLASSES}\.ron\OpenWithProgids" "${PROGID}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\.ron\OpenWithProgids"
  ReadRegStr $0 HKCU "${CLASSES}\.ron" ""
  ${If} $0 == "${PROGID}"
    DeleteRegValue HKCU "${CLASSES}\.ron" ""
  ${EndIf}
  DeleteRegKey /ifempty HKCU "${CLASSES}\.ron"
  DeleteRegValue HKCU "Software\RegisteredApplications" "${NAME}"
  DeleteRegKey HKCU "${CAPABILITIES}"
  DeleteRegKey /ifempty HKCU "Software\Arsmelding"
  DeleteRegKey HKCU "${APP_PATH}"
  DeleteRegKey HKCU "${KEY}"
  Call un.TellExplorer
SectionEnd
