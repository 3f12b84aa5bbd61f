using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Tests.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace Bolyst.Service.Tests.Downloads;

/// <summary>What a service leaves in its folder of downloads.</summary>
internal static class Tidiness
{
    /// <summary>Waits until nothing is kept; fails after ten seconds.</summary>
    public static async Task NothingIsKeptAsync(this Served served)
    {
        for (var tries = 0; tries < 500 && Kept(served).Length > 0; tries++)
            await Task.Delay(20);
        Assert.Empty(Kept(served));
    }

    /// <summary>All but the lock.</summary>
    private static string[] Kept(Served served) =>
        [.. Directory.EnumerateFileSystemEntries(served.Services.GetRequiredService<KeptFiles>().Folder).Select(Path.GetFileName).OfType<string>().Where(name => name != "lock")];
}
