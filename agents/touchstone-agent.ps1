# Reports what this machine is and what is installed on it to Touchstone. Windows PowerShell 5.1 or later; nothing is installed or changed.
#
#   Invoke-WebRequest @SERVER@/agents/touchstone-agent.ps1 -OutFile touchstone-agent.ps1
#   $env:TOUCHSTONE_TOKEN = '…'; .\touchstone-agent.ps1      reports once; run it as a scheduled task
#   .\touchstone-agent.ps1 -Print                            shows what would be reported, and sends nothing
#
# The token is one of an account in Touchstone with the scope discovery:write. It may stand in
# C:\ProgramData\Touchstone\agent.token instead, readable by SYSTEM and administrators alone.
param([switch] $Print, [string] $Server = '@SERVER@')

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
$tokenFile = Join-Path $env:ProgramData 'Touchstone\agent.token'

function Clip([string] $text, [int] $most) {
    $line = ($text -replace '[\x00-\x1f]', ' ').Trim()
    if ($line.Length -gt $most) { $line.Substring(0, $most) } else { $line }
}

function Get-Kind($system, $chassis) {
    if ("$($system.Manufacturer) $($system.Model)" -match 'VMware|Virtual|QEMU|KVM|Xen|OpenStack|Alibaba Cloud') { return 'virtual' }
    $type = [int] (@($chassis.ChassisTypes) + 0)[0]
    if ($type -in 8, 9, 10, 14, 30, 31, 32) { return 'laptop' }
    if ($type -in 17, 23, 25, 28, 29) { return 'server' }
    if ($type -in 3, 4, 5, 6, 7, 13, 15, 16, 35) { return 'desktop' }
    'other'
}

# What Windows lists under "installed apps": of the machine, 64 and 32 bit, without updates and parts of others.
function Get-Software {
    $keys = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*',
        'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*'
    Get-ItemProperty -Path $keys -ErrorAction SilentlyContinue |
        Where-Object { $_.PSObject.Properties['DisplayName'] -and $_.DisplayName -and
            -not $_.PSObject.Properties['ParentKeyName'] -and
            -not ($_.PSObject.Properties['SystemComponent'] -and $_.SystemComponent -eq 1) } |
        ForEach-Object {
            $one = @{ name = Clip $_.DisplayName 200 }
            if ($_.PSObject.Properties['DisplayVersion']) { $one.version = Clip $_.DisplayVersion 80 }
            if ($_.PSObject.Properties['Publisher']) { $one.publisher = Clip $_.Publisher 120 }
            $one
        }
}

$bios = Get-CimInstance Win32_BIOS
$product = Get-CimInstance Win32_ComputerSystemProduct
$system = Get-CimInstance Win32_ComputerSystem
$chassis = Get-CimInstance Win32_SystemEnclosure | Select-Object -First 1
$os = Get-CimInstance Win32_OperatingSystem
$cpus = @(Get-CimInstance Win32_Processor)
$cards = @(Get-CimInstance Win32_NetworkAdapter -Filter 'PhysicalAdapter = TRUE' | Where-Object { $_.MACAddress })
$bound = @(Get-CimInstance Win32_NetworkAdapterConfiguration -Filter 'IPEnabled = TRUE')
$disks = @(Get-CimInstance Win32_DiskDrive | Where-Object { $_.Size -gt 0 -and $_.MediaType -notmatch 'Removable' })
$volumes = @(Get-CimInstance Win32_LogicalDisk -Filter 'DriveType = 3' | Where-Object { $_.Size -gt 0 })
$now = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ')
$busy = ($cpus | Measure-Object LoadPercentage -Average).Average
$name = $system.DNSHostName
if ($system.PartOfDomain -and $system.Domain) { $name = "$name.$($system.Domain)" }

$report = @{
    at = $now
    source = 'agent'
    agent = 'powershell 1'
    identity = @{
        hostname = Clip $name 253
        serial = Clip $bios.SerialNumber 80
        uuid = Clip $product.UUID 80
        macs = @($cards | ForEach-Object { $_.MACAddress })
        addresses = @($bound | ForEach-Object { $_.IPAddress } | Where-Object { $_ -and $_ -notmatch '^fe80' } | ForEach-Object { ($_ -split '%')[0] })
    }
    kind = Get-Kind $system $chassis
    hardware = @{
        maker = Clip $system.Manufacturer 120
        model = Clip $system.Model 120
        cpu = Clip $cpus[0].Name 200
        cores = [int] ($cpus | Measure-Object NumberOfLogicalProcessors -Sum).Sum
        memoryMb = [int64] ($system.TotalPhysicalMemory / 1MB)
        disks = @($disks | ForEach-Object { @{ name = Clip $_.Model 120; sizeGb = [Math]::Round($_.Size / 1e9); serial = Clip $_.SerialNumber 120 } })
    }
    os = @{ name = Clip $os.Caption 120; version = Clip $os.Version 80 }
    software = @(Get-Software)
    load = @(@{
        at = $now
        cpu = if ($null -eq $busy) { 0 } else { [Math]::Round($busy, 1) }
        memory = [Math]::Round(100 * (1 - $os.FreePhysicalMemory / $os.TotalVisibleMemorySize), 1)
        disk = [Math]::Round(($volumes | ForEach-Object { 100 * (1 - $_.FreeSpace / $_.Size) } | Measure-Object -Maximum).Maximum, 1)
    })
}
$body = ConvertTo-Json @{ reports = @($report) } -Depth 8 -Compress
if ($Print) { $body; exit 0 }

$token = $env:TOUCHSTONE_TOKEN
if (-not $token -and (Test-Path $tokenFile)) { $token = (Get-Content $tokenFile -TotalCount 1).Trim() }
if (-not $token) {
    Write-Error "没有令牌:请设 TOUCHSTONE_TOKEN,或写入 $tokenFile · No token: set TOUCHSTONE_TOKEN or write $tokenFile"
    exit 2
}
$null = Invoke-RestMethod -Method Post -Uri "$Server/api/discovery" -TimeoutSec 60 -ContentType 'application/json; charset=utf-8' `
    -Headers @{ Authorization = "Bearer $token" } -Body ([Text.Encoding]::UTF8.GetBytes($body))
"已上报到 $Server · Reported to $Server"
