import type { PowerShellScript } from '../office/power-shell.ts';

/**
 * Prints a line for each recorder and lets go of all of them. Nothing is written to any disc. PowerShell wraps what a recorder answers in an
 * exception of its own; its code is the innermost one's.
 */
export const findDrivesScript: PowerShellScript = {
  name: 'find-recorders.ps1',
  text: `$ErrorActionPreference = 'Stop'
try { [Console]::OutputEncoding = [Text.Encoding]::UTF8 } catch { }
function Remove-ComObject($Object) { if ($null -ne $Object) { [void][Runtime.InteropServices.Marshal]::FinalReleaseComObject($Object) } }
$master = New-Object -ComObject IMAPI2.MsftDiscMaster2
try {
  for ($index = 0; $index -lt $master.Count; $index++) {
    $id = $master.Item($index)
    $recorder = $null
    $format = $null
    try {
      $recorder = New-Object -ComObject IMAPI2.MsftDiscRecorder2
      $recorder.InitializeDiscRecorder($id)
      $format = New-Object -ComObject IMAPI2.MsftDiscFormat2Data
      if (-not $format.IsRecorderSupported($recorder)) { continue }
      $volume = [string]($recorder.VolumePathNames | Select-Object -First 1)
      $name = $recorder.VendorId.Trim() + ' ' + $recorder.ProductId.Trim()
      $type = ''
      $blank = ''
      $sectors = ''
      $problem = ''
      try {
        $format.Recorder = $recorder
        $type = [int]$format.CurrentPhysicalMediaType
        $blank = [bool]$format.MediaHeuristicallyBlank
        $sectors = [int]$format.FreeSectorsOnMedia
      } catch { $cause = $_.Exception.GetBaseException(); $problem = '{0:X8} {1}' -f $cause.HResult, ($cause.Message -replace '[\\r\\n|]', ' ') }
      [Console]::Out.WriteLine(@('drive', $id, $volume, $name, $type, $blank, $sectors, $problem) -join '|')
    } finally {
      Remove-ComObject $format
      Remove-ComObject $recorder
    }
  }
} finally {
  Remove-ComObject $master
}
`,
};

/**
 * Burns an image in one session, closes the disc, and has Windows read it back and compare (IBurnVerification, level 2 = full). That
 * interface is not for scripts and needs a compiled declaration; where a policy forbids compiling, the script says so and goes on: the
 * program reads the disc back itself afterwards. The recorder is let go of whatever happens.
 */
export const burnScript: PowerShellScript = {
  name: 'burn-image.ps1',
  text: `param(
  [Parameter(Mandatory = $true)][string]$Recorder,
  [Parameter(Mandatory = $true)][string]$Image
)
$ErrorActionPreference = 'Stop'
try { [Console]::OutputEncoding = [Text.Encoding]::UTF8 } catch { }
function Remove-ComObject($Object) { if ($null -ne $Object) { [void][Runtime.InteropServices.Marshal]::FinalReleaseComObject($Object) } }
$device = $null
$format = $null
$manager = $null
$stream = $null
$isExclusive = $false
try {
  $device = New-Object -ComObject IMAPI2.MsftDiscRecorder2
  $device.InitializeDiscRecorder($Recorder)
  $format = New-Object -ComObject IMAPI2.MsftDiscFormat2Data
  $format.ClientName = 'handover-binder'
  if (-not $format.IsRecorderSupported($device)) { throw 'C0AA0203 the recorder is not supported' }
  $format.Recorder = $device
  if (-not $format.IsCurrentMediaSupported($device)) { throw 'C0AA0203 the media is not supported' }
  if (-not $format.MediaHeuristicallyBlank) {
    if (@(3, 7, 10, 13, 19) -contains [int]$format.CurrentPhysicalMediaType) { $format.ForceOverwrite = $true } else { throw 'the media is not blank' }
  }
  $format.ForceMediaToBeClosed = $true
  try {
    Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
[ComImport, Guid("D2FFD834-958B-426D-8470-2A13879C6A91"), InterfaceType(ComInterfaceType.InterfaceIsIUnknown)]
public interface IBurnVerification { void SetLevel(int value); int GetLevel(); }
public static class BurnVerification { public static void SetFull(object format) { ((IBurnVerification)format).SetLevel(2); } }
'@
    [BurnVerification]::SetFull($format)
    [Console]::Out.WriteLine('verification full')
  } catch { [Console]::Out.WriteLine('verification none') }
  $manager = New-Object -ComObject IMAPI2FS.MsftIsoImageManager
  $manager.SetPath($Image)
  $manager.Validate()
  $stream = $manager.Stream
  # Fails with a clear code while another program has the disc open; the writing then takes the access for itself.
  $device.AcquireExclusiveAccess($true, 'handover-binder')
  $isExclusive = $true
  $device.ReleaseExclusiveAccess()
  $isExclusive = $false
  [Console]::Out.WriteLine('writing')
  $format.Write($stream)
  [Console]::Out.WriteLine('done')
  exit 0
} catch {
  $cause = $_.Exception.GetBaseException()
  [Console]::Error.WriteLine(('{0:X8} {1}' -f $cause.HResult, $cause.Message))
  exit 1
} finally {
  if ($isExclusive) { try { $device.ReleaseExclusiveAccess() } catch { [Console]::Error.WriteLine('not released') } }
  Remove-ComObject $stream
  Remove-ComObject $manager
  Remove-ComObject $format
  Remove-ComObject $device
}
`,
};
