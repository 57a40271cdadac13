# Builds the release on a real Windows 10 or 11 (64-bit) with the Python 3.11 of python.org.
#
#   powershell -ExecutionPolicy Bypass -File packaging\build_windows.ps1 [-Python py] [-Offline folder]
#
# -Offline names a folder of wheels, for a machine without network. Into dist\windows go the portable
# zip, SHA256SUMS and, where NSIS (makensis) is found, the installer. Written for Windows
# PowerShell 5.1; it has no tests, so it does nothing that is not plain.
param(
    [string]$Python = "py",
    [string]$Offline = ""
)
$ErrorActionPreference = "Stop"
Set-StrictMode -Version 2

$root = Split-Path -Parent (Split-Path -Parent $MyInvocation.MyCommand.Path)
$packaging = Join-Path $root "packaging"
$tools = Join-Path $packaging "windows"
$build = Join-Path $root "build\windows"
$out = Join-Path $root "dist\windows"
$venv = Join-Path $build "venv"
$venvPython = Join-Path $venv "Scripts\python.exe"

function Invoke-Step([string]$Name, [scriptblock]$Command) {
    Write-Host "--- $Name"
    $begun = Get-Date
    & $Command
    if ($LASTEXITCODE -ne 0) { throw "$Name failed with exit code $LASTEXITCODE" }
    Write-Host ("    {0:n0} s" -f ((Get-Date) - $begun).TotalSeconds)
}

function Find-Makensis {
    $found = Get-Command "makensis.exe" -ErrorAction SilentlyContinue
    if ($found) { return $found.Path }
    foreach ($folder in $env:ProgramFiles, ${env:ProgramFiles(x86)}) {
        $path = Join-Path $folder "NSIS\makensis.exe"
        if (Test-Path $path) { return $path }
    }
    return $null
}

Set-Location $root
New-Item -ItemType Directory -Force $build | Out-Null
if (Test-Path $out) { Remove-Item -Recurse -Force $out }
New-Item -ItemType Directory -Force $out | Out-Null

if (-not (Test-Path $venvPython)) {
    Invoke-Step "virtual environment" {
        if ($Python -eq "py") { & py -3.11 -m venv $venv } else { & $Python -m venv $venv }
    }
}
$pip = @("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
if ($Offline) { $pip += @("--no-index", "--find-links", $Offline) }
# hatchling builds the package itself; named so that a folder of wheels is enough.
Invoke-Step "packages" {
    & $venvPython @pip "hatchling>=1.24" "-r" (Join-Path $packaging "requirements.txt")
    if ($LASTEXITCODE -eq 0) { & $venvPython @pip "--no-build-isolation" $root }
}
$version = & $venvPython -c "import liantu; print(liantu.__version__)"

Invoke-Step "freeze" {
    & $venvPython -m PyInstaller --noconfirm --log-level WARN `
        --distpath $build --workpath (Join-Path $build "freezing") `
        (Join-Path $packaging "liantu.spec")
}
$folder = Join-Path $build "liantu"
Invoke-Step "nothing goes along that should not" { & $venvPython (Join-Path $packaging "keep.py") $folder }

# A windowed program returns to the prompt at once, so it is waited for.
Write-Host "--- smoke test"
$smoke = Join-Path $build "smoke"
$run = Start-Process -Wait -PassThru -FilePath (Join-Path $folder "liantu.exe") `
    -ArgumentList "--smoke", ('"' + $smoke + '"')
if ($run.ExitCode -ne 0) { throw "the smoke test failed, see $smoke\smoke.log" }

Invoke-Step "zip" { & $venvPython (Join-Path $tools "portable.py") $folder $out $version }

$makensis = Find-Makensis
if ($makensis) {
    $parts = Join-Path $build "installer"
    New-Item -ItemType Directory -Force $parts | Out-Null
    Invoke-Step "parts of the installer" {
        & $venvPython (Join-Path $tools "files.py") $folder $parts $version
        if ($LASTEXITCODE -eq 0) { & $venvPython (Join-Path $tools "pictures.py") $parts }
        if ($LASTEXITCODE -eq 0) {
            & $venvPython (Join-Path $tools "licence.py") (Join-Path $parts "licence.txt")
        }
    }
    $setup = Join-Path $out "liantu-$version-setup.exe"
    Invoke-Step "installer" {
        & $makensis /V2 /WX /INPUTCHARSET UTF8 "/DPARTS=$parts" "/DOUT=$setup" `
            (Join-Path $tools "installer.nsi")
    }
} else {
    Write-Host "skipped: the installer, as NSIS is not here (nsis.sourceforge.io, 3.08 or newer)"
}

$made = Get-ChildItem $out -File | ForEach-Object { $_.FullName }
Invoke-Step "sums" { & $venvPython (Join-Path $packaging "sums.py") @made }
Get-ChildItem $out | Format-Table Name, Length
