using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace Bolyst.Service.Styles.Drawing;

/// <summary>
/// Draws SVG as PNG by librsvg's program <c>rsvg-convert</c>: docs/decisions/0041. It gets nothing but a picture that was made here, and
/// is held to a time.
/// </summary>
/// <param name="program">The program, by its name on PATH.</param>
internal sealed class Rasterizer(string program = Rasterizer.Program) : IDisposable
{
    public const string MediaType = "image/png";

    /// <summary>What it needs, for those who have not.</summary>
    public const string Missing = "PNG needs the program rsvg-convert, which is not on this server: apt-get install librsvg2-bin. The same picture is there as SVG.";

    private const string Program = "rsvg-convert";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim free = new(Environment.ProcessorCount);

    /// <summary>Draws a picture.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="scale">Pixels for each of its own.</param>
    /// <param name="cancellation">The request's.</param>
    /// <returns>A PNG; null when the program is not on this machine.</returns>
    public async Task<byte[]?> DrawAsync(XDocument svg, int scale, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Patience);
            return await RunAsync(svg, scale, limit.Token);
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();

    private async Task<byte[]?> RunAsync(XDocument svg, int scale, CancellationToken cancellation)
    {
        using var process = Start(scale);
        if (process is null)
            return null;
        try
        {
            var (drawn, errors) = (new MemoryStream(), process.StandardError.ReadToEndAsync(cancellation));
            var reading = process.StandardOutput.BaseStream.CopyToAsync(drawn, cancellation);
            await using (var input = process.StandardInput)
            {
                await svg.SaveAsync(input.BaseStream, SaveOptions.DisableFormatting, cancellation);
            }

            await reading;
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? drawn.ToArray() : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    private Process? Start(int scale)
    {
        var start = new ProcessStartInfo(program, ["--format=png", string.Create(CultureInfo.InvariantCulture, $"--zoom={scale}")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
