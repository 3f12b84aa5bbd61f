using System.Globalization;
using Bolyst.Testing;

namespace Bolyst.Service.Tests.Clients;

/// <summary>
/// What a client drew, beside a stored picture in tests/clients/pictures. Run the tests with <c>BOLYST_REWRITE_PICTURES=1</c> to store
/// what is drawn now, and look at it before it is committed.
/// </summary>
internal static class Picture
{
    // Edges are smoothed differently by other versions of a library; a zone in a wrong class is more than this.
    private const double Tolerance = 0.003;

    /// <summary>A picture in a temporary folder looks like the stored one.</summary>
    /// <param name="name">Name of the stored picture, without ending.</param>
    /// <param name="drawn">Path of the PNG that was drawn.</param>
    public static async Task LooksLikeAsync(string name, string drawn)
    {
        var stored = Path.Combine(Repository.Root, "tests", "clients", "pictures", name + ".png");
        if (Environment.GetEnvironmentVariable("BOLYST_REWRITE_PICTURES") is { Length: > 0 })
            File.Copy(drawn, stored, overwrite: true);
        var (exitCode, output, errors) = await ClientProcess.RunAsync("/usr/bin/python3", "pictures/compare.py", stored, drawn);
        Assert.True(exitCode == 0, errors);
        var off = double.Parse(output, CultureInfo.InvariantCulture);
        if (off <= Tolerance)
            return;
        var kept = Path.Combine(AppContext.BaseDirectory, name + ".drawn.png");
        File.Copy(drawn, kept, overwrite: true);
        Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{off:P2} of {name} differs from the stored picture; what was drawn is kept as {kept}."));
    }
}
