export const windowsCheckName = '校验.cmd';

/**
 * The part that cmd.exe reads is ASCII up to the fallback, so that no code page can garble it. PowerShell then reads this same file as
 * UTF-8 and runs what stands behind the mark; it writes Unicode to the console, so no `chcp` is needed. Where a policy forbids that
 * (any other exit code than 0 and 3), certutil checks the listed files. The two labels stand before the first Chinese line, because
 * cmd.exe looks for labels in the computer's own code page. No `call` and no delayed expansion: they would eat `^` and `!` in names.
 */
const batch = String.raw`@echo off
setlocal DisableDelayedExpansion
set "BAG_HERE=%~dp0"
set "BAG_SELF=%~f0"
set "RESULT=9"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$t=[IO.File]::ReadAllText($env:BAG_SELF,[Text.Encoding]::UTF8); & ([ScriptBlock]::Create($t.Substring($t.IndexOf('#'+'PS#'))))" 2>nul
set "RESULT=%ERRORLEVEL%"
if "%RESULT%"=="0" goto finish
if "%RESULT%"=="3" goto finish
goto fallback
:finish
if /i not "%~1"=="/q" pause
exit /b %RESULT%
:fallback
set "RESULT=0"
chcp 65001 >nul
echo 本机不允许运行 PowerShell，改用 certutil 校验（只核对清单内的文件）：
for %%M in (tagmanifest-sha256.txt manifest-sha256.txt) do if not exist "%BAG_HERE%%%M" (set "RESULT=3"& echo 缺少：%%M)
for %%M in (tagmanifest-sha256.txt manifest-sha256.txt) do for /f "usebackq tokens=1,*" %%A in ("%BAG_HERE%%%M") do certutil -hashfile "%BAG_HERE%%%B" SHA256 2>nul | findstr /i /c:"%%A" >nul || (set "RESULT=3"& echo 被改动或缺少：%%B)
if "%RESULT%"=="0" (echo 校验通过。) else (echo 校验没有通过，请与移交单位联系。)
if /i not "%~1"=="/q" pause
exit /b %RESULT%
`;

const powerShell = String.raw`#PS#
$ErrorActionPreference = 'Stop'
try {
  $root = $env:BAG_HERE.TrimEnd('\') + '\'
  $sha = [Security.Cryptography.SHA256]::Create()
  $listed = @{}
  $listed[($root + 'tagmanifest-sha256.txt').ToLowerInvariant()] = 1
  $bad = 0
  $good = 0
  Write-Host '正在校验，请稍候……'
  foreach ($name in 'tagmanifest-sha256.txt', 'manifest-sha256.txt') {
    if (-not [IO.File]::Exists($root + $name)) { Write-Host ('缺少：' + $name); $bad++; continue }
    foreach ($line in [IO.File]::ReadAllLines($root + $name, [Text.Encoding]::UTF8)) {
      if ($line -cnotmatch '^([0-9a-f]{64})  (.+)$') { Write-Host ('清单 ' + $name + ' 里有一行被改动：' + $line); $bad++; continue }
      $want = $Matches[1]
      $path = $Matches[2]
      $full = $root + $path.Replace('/', '\')
      $listed[$full.ToLowerInvariant()] = 1
      if (-not [IO.File]::Exists($full)) { Write-Host ('缺少：' + $path); $bad++; continue }
      try {
        $stream = [IO.File]::OpenRead($full)
        try { $got = [BitConverter]::ToString($sha.ComputeHash($stream)).Replace('-', '').ToLowerInvariant() } finally { $stream.Close() }
      } catch { $got = '' }
      if ($got -eq '') { Write-Host ('读不出：' + $path); $bad++ }
      elseif ($got -cne $want) { Write-Host ('被改动：' + $path); $bad++ }
      else { $good++ }
    }
  }
  foreach ($item in Get-ChildItem -LiteralPath $root -Recurse -Force -ErrorAction SilentlyContinue) {
    if (-not $item.PSIsContainer -and -not $listed.ContainsKey($item.FullName.ToLowerInvariant())) {
      Write-Host ('多出：' + $item.FullName.Substring($root.Length)); $bad++
    }
  }
  if ($bad -eq 0) { Write-Host ('校验通过：' + $good + ' 个文件与清单一致。'); exit 0 }
  Write-Host ('校验没有通过：' + $bad + ' 处与清单不符，请与移交单位联系。')
  exit 3
} catch {
  exit 9
}
`;

/** 校验.cmd: checks the package on any Windows from 7 on, nothing to install. CRLF, UTF-8 without byte order mark. Exit 0 good, 3 not. */
export function formatWindowsCheck(): string {
  return (batch + powerShell).replaceAll('\n', '\r\n');
}
