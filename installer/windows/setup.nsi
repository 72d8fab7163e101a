; The Setup of Thư Ký: for one user, without admin rights. Made by build.py, which hands in the names in capitals.
;
; Only files of the program are ever removed: their names are compiled in (unfiles.nsh), folders go only when empty,
; and a file of somebody else in the way of ours is given another name. Data lies elsewhere and is not touched.
;
; Exit codes: 0 done, 1 cancelled, 2 stopped while copying, 3 the program is running, 4 the folder cannot be used, 5 a
; newer version is there, 6 too little room, 7 a file could not be replaced, 8 this Windows is too old, 9 another Setup
; is under way. A silent run (/S) writes its reason to %TEMP%\ThuKy-Setup.log. A run cut off half way is mended by running the Setup again.
; The uninstaller ends with these only when called with _?=FOLDER; else it goes on in a process of its own and ends 0.
; /CLOSE lets a silent run close the program's window first, as its own X does; without it the run is refused.

Target amd64-unicode
Unicode true
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
SetDateSave on
AllowSkipFiles off ; a program with files missing is no program
ManifestSupportedOS all
ManifestDPIAware true
RequestExecutionLevel user
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define NAME "Thư Ký"
!define PROGRAM "ThuKy.exe"
!define LOCKED "python\python312.dll" ; loaded by the window and by the command line alike
!define UNINSTALLER "ThuKy-Uninstall.exe" ; nobody else's: it marks a folder as ours, be it whole or cut off half way
!define KEY "Software\ThuKy"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\ThuKy"
!define CLASS "ThuKy.Office"
!define OLDEST 17763 ; Windows 10 1809, the oldest that Qt 6.9 runs on

Name "${NAME}"
OutFile "${OUTFILE}"
InstallDir "$LOCALAPPDATA\Programs\ThuKy"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
BrandingText "${NAME} ${VERSION}"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!include WinMessages.nsh
!include WinVer.nsh

!ifdef SIGN
  !uninstfinalize 'sh "${SIGN}" "%1"'
!endif

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "FileDescription" "Bộ cài ${NAME}"
VIAddVersionKey /LANG=1066 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "${PUBLISHER}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDEBAR}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${SIDEBAR}"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "Dừng cài đặt?"
!define MUI_WELCOMEPAGE_TITLE "Cài ${NAME} ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Chương trình được cài cho riêng tài khoản này, không cần quyền quản trị.$\r$\n$\r$\nNếu máy đã có ${NAME}, bản cũ được thay bằng bản này. Dữ liệu của văn phòng không bị động đến.$\r$\n$\r$\nBấm “Tiến” để chọn thư mục."
!define MUI_DIRECTORYPAGE_TEXT_TOP "Chọn thư mục để cài. Nếu thư mục đã có tệp khác, chương trình nằm trong thư mục con ThuKy; các tệp đó giữ nguyên."
!define MUI_FINISHPAGE_TITLE "Đã cài xong ${NAME}"
!define MUI_FINISHPAGE_TEXT "Mở chương trình từ nút Start, mục ${NAME}, hoặc bấm đúp vào một tệp văn phòng (.thuky)."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "Mở ${NAME} ngay"
!define MUI_FINISHPAGE_SHOWREADME ; the one other box that this page knows
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION showOnDesktop
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_TEXT "Đặt biểu tượng trên màn hình nền"

!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE leaveFolderPage
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH

!define MUI_PAGE_HEADER_SUBTEXT "Chỉ gỡ chương trình, không gỡ dữ liệu."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Gỡ chương trình ${NAME}. Dữ liệu của văn phòng được giữ nguyên ở $LOCALAPPDATA\ThuKy; giấy tờ đã lưu vẫn ở thư mục đã chọn."
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "Gỡ khỏi thư mục:"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "Đã gỡ ${NAME}"
!define MUI_FINISHPAGE_TEXT "Dữ liệu của văn phòng vẫn ở $LOCALAPPDATA\ThuKy.$\r$\n$\r$\nCài lại lúc nào cũng được; mọi điều đã nhập vẫn còn."
!insertmacro MUI_UNPAGE_FINISH
!insertmacro MUI_LANGUAGE "Vietnamese"

; Says on the page what is being done; the names of files say nothing to a clerk.
!macro SAY sentence
  SetDetailsPrint textonly
  DetailPrint "${sentence}"
  SetDetailsPrint none
!macroend

; Says why nothing was done, on the screen or in the log of a silent run, and ends with that exit code.
!macro STOP code sentence
  IfSilent +2
    MessageBox MB_OK|MB_ICONEXCLAMATION "${sentence}"
  Push "${sentence}"
  Call ${PREFIX}note
  SetErrorLevel ${code}
  Quit
!macroend

!macro FUNCTIONS un
  !define PREFIX "${un}"

  Function ${un}note
    Exch $0
    FileOpen $1 "$TEMP\ThuKy-Setup.log" a
    FileSeek $1 0 END
    FileWriteUTF16LE /BOM $1 "$0$\r$\n"
    FileClose $1
    Pop $0
  FunctionEnd

  ; $0 = 1 while the program runs from this folder: what it has loaded cannot be opened for writing.
  Function ${un}isRunning
    StrCpy $0 0
    ${If} ${FileExists} "$INSTDIR\${LOCKED}"
      ClearErrors
      FileOpen $1 "$INSTDIR\${LOCKED}" a
      ${If} ${Errors}
        StrCpy $0 1
      ${Else}
        FileClose $1
      ${EndIf}
    ${EndIf}
  FunctionEnd

  ; Sends every window of the program in this folder what its own X sends; but no dialog over one: what is being typed
  ; there would be lost, and while it is open its window does not close.
  Function ${un}closeWindows
    StrCpy $1 0
    ${Do}
      System::Call 'user32::FindWindowExW(p 0, p r1, p 0, p 0) p .r1'
      ${If} $1 P= 0
        ${ExitDo}
      ${EndIf}
      System::Call 'user32::GetWindowThreadProcessId(p r1, *i .r2)'
      System::Call 'user32::IsWindowVisible(p r1) i .r5'
      System::Call 'user32::GetWindow(p r1, i 4) p .r7' ; its owner
      System::Call 'kernel32::OpenProcess(i 0x1000, i 0, i r2) p .r3'
      ${If} $3 P<> 0
        System::Call 'kernel32::QueryFullProcessImageNameW(p r3, i 0, w .r4, *i ${NSIS_MAX_STRLEN})'
        System::Call 'kernel32::CloseHandle(p r3)'
        ${If} $4 == "$INSTDIR\${PROGRAM}"
        ${AndIf} $5 <> 0
        ${AndIf} $7 P= 0
          System::Call 'user32::PostMessageW(p r1, i ${WM_CLOSE}, p 0, p 0)'
        ${EndIf}
      ${EndIf}
    ${Loop}
  FunctionEnd

  ; Goes on only when the program is closed: by the person, by us when allowed, or not at all.
  Function ${un}waitUntilClosed
    Call ${un}isRunning
    ${If} $0 = 0
      Return
    ${EndIf}
    ${If} ${Silent}
      ${GetParameters} $2
      ClearErrors
      ${GetOptions} $2 "/CLOSE" $3
      ${If} ${Errors}
        !insertmacro STOP 3 "${NAME} đang chạy nên chưa làm gì. Hãy đóng chương trình rồi chạy lại."
      ${EndIf}
    ${Else}
      MessageBox MB_OKCANCEL|MB_ICONINFORMATION "${NAME} đang chạy. Bấm OK để đóng chương trình rồi làm tiếp; mọi điều đã ghi đều được giữ." IDOK close
      SetErrorLevel 1
      Quit
      close:
    ${EndIf}
    Call ${un}closeWindows
    StrCpy $6 0
    ${Do}
      Sleep 500
      Call ${un}isRunning
      ${If} $0 = 0
        Return
      ${EndIf}
      IntOp $6 $6 + 1
    ${LoopUntil} $6 >= 40
    !insertmacro STOP 3 "${NAME} vẫn đang chạy (có thể một hộp thoại còn mở) nên chưa làm gì. Hãy đóng chương trình rồi chạy lại."
  FunctionEnd

  !undef PREFIX
!macroend
!insertmacro FUNCTIONS ""
!insertmacro FUNCTIONS "un."
!define PREFIX ""

; $0 = 1 where the folder is new, empty or already ours.
Function isUsable
  StrCpy $0 1
  ${If} ${FileExists} "$INSTDIR\${UNINSTALLER}"
    Return
  ${EndIf}
  ReadRegStr $1 HKCU "${KEY}" "InstallDir"
  ${If} $1 == $INSTDIR
  ${AndIf} ${FileExists} "$INSTDIR\${PROGRAM}"
    Return ; the uninstaller was taken away by a scanner, say
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\*.*"
    FindFirst $1 $2 "$INSTDIR\*.*"
    ${DoWhile} $2 != ""
      ${If} $2 != "."
      ${AndIf} $2 != ".."
        StrCpy $0 0
      ${EndIf}
      FindNext $1 $2
    ${Loop}
    FindClose $1
  ${EndIf}
FunctionEnd

; NSIS hangs a backslash on what the registry says, and a person may type one.
Function trimFolder
  StrCpy $1 $INSTDIR "" -1
  ${If} $1 == "\"
    StrCpy $INSTDIR $INSTDIR -1
  ${EndIf}
FunctionEnd

; A folder with files of others is left alone: the program goes into a folder of its own inside it.
Function settleFolder
  Call trimFolder
  Call isUsable
  ${If} $0 = 0
    StrCpy $INSTDIR "$INSTDIR\ThuKy"
    Call isUsable
  ${EndIf}
FunctionEnd

Function leaveFolderPage
  Call trimFolder
  StrCpy $9 $INSTDIR
  Call settleFolder
  ${If} $0 = 0
    StrCpy $INSTDIR $9
    MessageBox MB_OK|MB_ICONEXCLAMATION "Thư mục $9 và thư mục con ThuKy trong đó đều đã có tệp khác. Hãy chọn thư mục khác."
    Abort
  ${EndIf}
  ${If} $INSTDIR != $9
    FindWindow $1 "#32770" "" $HWNDPARENT
    GetDlgItem $2 $1 1019
    SendMessage $2 ${WM_SETTEXT} 0 "STR:$INSTDIR"
    MessageBox MB_OK|MB_ICONINFORMATION "Thư mục $9 đã có tệp khác, nên chương trình sẽ nằm ở $INSTDIR."
    Abort
  ${EndIf}
FunctionEnd

Function refuseOlder
  ReadRegStr $1 HKCU "${LISTED}" "DisplayVersion"
  ${If} $1 == ""
    Return
  ${EndIf}
  ${VersionCompare} "$1" "${VERSION}" $2
  ${If} $2 = 1
    !insertmacro STOP 5 "Máy đã có ${NAME} $1, mới hơn bản ${VERSION} này; không cần cài lại."
  ${EndIf}
FunctionEnd

; What is packed as one block is unpacked in %TEMP% before the first file is copied: that room is needed too.
Function refuseWithoutRoom
  IntOp $3 ${KILOBYTES} / 1024
  IntOp $3 $3 + 1
  ${GetRoot} "$INSTDIR" $1
  ${GetRoot} "$TEMP" $4
  ${If} $1 == $4
    IntOp $3 $3 * 2
  ${Else}
    Push $1
    StrCpy $1 $4
    Call refuseFullDrive
    Pop $1
  ${EndIf}
  Call refuseFullDrive
FunctionEnd

; Drive $1 must have $3 MB free. In megabytes: NSIS counts to 2^31, and a drive may well have more kilobytes free.
Function refuseFullDrive
  ClearErrors
  ${DriveSpace} "$1\" "/D=F /S=M" $2
  ${IfNot} ${Errors}
  ${AndIf} $2 < $3
    !insertmacro STOP 6 "Ổ đĩa $1 còn trống $2 MB, cần $3 MB. Chưa cài gì."
  ${EndIf}
FunctionEnd

; The version before takes out its own files; it knows them. Where its uninstaller is gone or damaged, ours serves.
; Expects the folder in $8.
Function removeEarlier
  ${IfNot} ${FileExists} "$8\${UNINSTALLER}"
    ReadRegStr $1 HKCU "${KEY}" "InstallDir"
    ${If} $1 != $8
    ${OrIfNot} ${FileExists} "$8\${PROGRAM}"
      Return
    ${EndIf}
    Call putUninstaller
  ${EndIf}
  Call runUninstaller
  ${If} $1 = -1
    Call putUninstaller
    Call runUninstaller
  ${EndIf}
  ${If} $1 = 3
    !insertmacro STOP 3 "${NAME} đang chạy từ thư mục $8. Hãy đóng chương trình rồi chạy lại."
  ${ElseIf} $1 <> 0
    !insertmacro STOP 7 "Chưa thay được bản cũ trong $8. Hãy khởi động lại máy rồi chạy lại bộ cài; dữ liệu vẫn còn nguyên."
  ${EndIf}
FunctionEnd

; $1 is its exit code, -1 where it could not be run at all.
Function runUninstaller
  ClearErrors
  ExecWait '"$8\${UNINSTALLER}" /S /UPGRADE _?=$8' $1
  ${If} ${Errors}
    StrCpy $1 -1
  ${EndIf}
FunctionEnd

; Writes it into the folder $8.
Function putUninstaller
  ClearErrors
  WriteUninstaller "$8\${UNINSTALLER}"
  ${If} ${Errors}
    !insertmacro STOP 7 "Không ghi được $8\${UNINSTALLER}. Hãy khởi động lại máy rồi chạy lại bộ cài; dữ liệu vẫn còn nguyên."
  ${EndIf}
FunctionEnd

; The program moves when another folder is chosen than that of the version before.
Function removeElsewhere
  ReadRegStr $8 HKCU "${KEY}" "InstallDir"
  ${If} $8 != ""
  ${AndIf} $8 != $INSTDIR
    Call removeEarlier
    Delete "$8\${UNINSTALLER}"
    RMDir "$8"
  ${EndIf}
FunctionEnd

; The place of one of our files; what somebody else has there is kept under another name.
!macro OURS path
  IfFileExists "${path}" 0 +3
    StrCpy $R0 "${path}"
    Call keepUnderAnotherName
!macroend

Function keepUnderAnotherName
  StrCpy $R1 "$R0.giu-lai"
  StrCpy $R2 1
  ${While} ${FileExists} "$R1"
    IntOp $R2 $R2 + 1
    StrCpy $R1 "$R0.giu-lai-$R2"
  ${EndWhile}
  ClearErrors
  Rename "$R0" "$R1"
  ${If} ${Errors}
    !insertmacro STOP 7 "Tệp $R0 đang được chương trình khác dùng. Hãy khởi động lại máy rồi chạy lại bộ cài; dữ liệu vẫn còn nguyên."
  ${EndIf}
FunctionEnd

; An icon of ours, known by its entry; one of somebody else that bears the name is kept beside it.
!macro ICON folder entry
  ReadRegDWORD $1 HKCU "${KEY}" "${entry}"
  ${If} $1 <> 1
    Rename "${folder}\${NAME}.lnk" "${folder}\${NAME} (giữ lại).lnk"
  ${EndIf}
  SetOutPath "$DOCUMENTS" ; where the program begins to look for files
  CreateShortcut "${folder}\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\${PROGRAM}" 0
  WriteRegDWORD HKCU "${KEY}" "${entry}" 1
!macroend

Section "${NAME}" main
  !insertmacro SAY "Đang chuẩn bị thư mục…"
  Call settleFolder
  ${If} $0 = 0
    !insertmacro STOP 4 "Thư mục $INSTDIR đã có tệp khác. Hãy chọn thư mục khác."
  ${EndIf}
  Call refuseOlder
  Call waitUntilClosed
  Call refuseWithoutRoom
  ClearErrors
  SetOutPath "$INSTDIR"
  FileOpen $1 "$INSTDIR\thuky-setup.tmp" w
  ${If} ${Errors}
    !insertmacro STOP 4 "Không ghi được vào thư mục $INSTDIR. Hãy chọn thư mục khác."
  ${EndIf}
  FileClose $1
  Delete "$INSTDIR\thuky-setup.tmp"
  StrCpy $8 $INSTDIR
  Call removeEarlier
  Call removeElsewhere
  !include "${ASIDE}" ; before there is an uninstaller that would take a stranger's file for ours
  ; These two before any file, so that a run cut off half way is known for ours and mended by the next.
  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  StrCpy $8 $INSTDIR
  Call putUninstaller
  !insertmacro SAY "Đang chép chương trình…"
  !include "${FILES}"
  !insertmacro SAY "Đang ghi vào nút Start…"
  Call register
SectionEnd

; What stops a copying is said by NSIS itself, or not at all in a silent run.
Function .onInstFailed
  Push "Chưa chép hết tệp của chương trình. Hãy chạy lại bộ cài; dữ liệu vẫn còn nguyên."
  Call note
FunctionEnd

Function showOnDesktop
  !insertmacro ICON "$DESKTOP" "Desktop"
FunctionEnd

Function register
  !insertmacro ICON "$SMPROGRAMS" "Start"
  ReadRegDWORD $1 HKCU "${KEY}" "Desktop"
  ${If} $1 = 1
    Call showOnDesktop ; the program may have moved
  ${EndIf}
  WriteRegStr HKCU "${LISTED}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${LISTED}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${LISTED}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
  WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
  WriteRegStr HKCU "Software\Classes\.thuky" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "Tệp văn phòng ${NAME}"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  Call tellExplorer
FunctionEnd

Function tellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
FunctionEnd

Function .onInit
  SetShellVarContext current
  Call trimFolder
  ${IfNot} ${AtLeastBuild} ${OLDEST}
    !insertmacro STOP 8 "${NAME} cần Windows 10 bản 1809 trở lên. Chưa cài gì."
  ${EndIf}
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "ThuKy-Setup") p .r1 ?e'
  Pop $0
  ${If} $0 = 183 ; it was there already; Windows takes it away with the process that made it
    !insertmacro STOP 9 "Bộ cài ${NAME} đang chạy ở cửa sổ khác. Hãy chờ hoặc đóng bộ cài đó."
  ${EndIf}
FunctionEnd

!undef PREFIX
!define PREFIX "un."

Function un.onInit
  SetShellVarContext current
FunctionEnd

; A scanner may hold a file for a moment: three rounds a second apart. $0 = 1 where something is left after all.
Function un.removeFiles
  StrCpy $6 0
  ${Do}
    ClearErrors
    Call un.removeOnce
    StrCpy $0 0
    ${IfNot} ${Errors}
      ${ExitDo}
    ${EndIf}
    StrCpy $0 1
    Sleep 1000
    IntOp $6 $6 + 1
  ${LoopUntil} $6 >= 3
FunctionEnd

Function un.removeOnce
  !include "${UNFILES}"
FunctionEnd

Section "Uninstall"
  !insertmacro SAY "Đang gỡ chương trình…"
  Call un.waitUntilClosed
  SetOutPath "$TEMP" ; or the folder could not go
  Call un.removeFiles
  ${If} $0 <> 0
    !insertmacro STOP 7 "Có tệp của chương trình đang được chương trình khác dùng nên chưa gỡ hết. Hãy khởi động lại máy rồi gỡ lại; dữ liệu vẫn còn nguyên."
  ${EndIf}
  !include "${UNFOLDERS}"
  ${GetParameters} $2
  ClearErrors
  ${GetOptions} $2 "/UPGRADE" $3
  ${If} ${Errors}
    Call un.forget
  ${EndIf}
SectionEnd

!macro FORGET folder entry
  ReadRegDWORD $1 HKCU "${KEY}" "${entry}"
  ${If} $1 = 1
    Delete "${folder}\${NAME}.lnk"
  ${EndIf}
!macroend

Function un.forget
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
  !insertmacro FORGET "$SMPROGRAMS" "Start"
  !insertmacro FORGET "$DESKTOP" "Desktop"
  ReadRegStr $1 HKCU "Software\Classes\.thuky" ""
  ${If} $1 == "${CLASS}"
    DeleteRegKey HKCU "Software\Classes\.thuky"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegKey HKCU "${LISTED}"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
FunctionEnd
