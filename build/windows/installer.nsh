; Included by the installer of Windows (electron-builder.yml, nsis.include).
; Which folder that is is asked of Windows: a variable of the environment is set by everybody for himself, and is handed
; on to an installer that runs as an administrator. The program finds it in policy-folder.txt, beside itself.
; The policy of the organisation lies in ProgramData, where Windows lets every user make files: the folder is made here,
; owned by administrators and readable by the others. What stands in it is kept.
!macro customInstall
  SetShellVarContext all
  StrCpy $0 "$APPDATA"
  FileOpen $2 "$INSTDIR\resources\policy-folder.txt" w
  FileWriteUTF16LE /BOM $2 "$0"
  FileClose $2
  CreateDirectory "$0\Videopriem"
  nsExec::Exec 'icacls "$0\Videopriem" /setowner *S-1-5-32-544 /T /C /Q'
  Pop $1
  nsExec::Exec 'icacls "$0\Videopriem" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX /C /Q'
  Pop $1
!macroend
