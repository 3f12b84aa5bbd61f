using System.Text.Json;
using Bolyst.Cli.Home;

namespace Bolyst.Cli.Running;

/// <summary>What <c>up</c> writes down about itself, for <c>down</c>, <c>status</c> and the next <c>up</c>.</summary>
/// <param name="Home">The home it works in: a copied home carries a copied state, which is not its own.</param>
/// <param name="Supervisor">The <c>up</c> process, which ends all it started when it is asked to end.</param>
/// <param name="Service">The service, once started.</param>
/// <param name="Addresses">Where the service listens.</param>
/// <param name="Ready">Whether the service has answered.</param>
internal sealed record RunState(string Home, ProcessIdentity Supervisor, ProcessIdentity? Service, Addresses Addresses, bool Ready)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The state last written; null if there is none.</summary>
    public static RunState? Read(BolystHome home) =>
        File.Exists(home.RunState) && JsonSerializer.Deserialize<RunState>(File.ReadAllText(home.RunState), Format) is { } state && state.Home == home.Path
            ? state
            : null;

    /// <summary>Replaces the state as a whole: a reader never sees half of it.</summary>
    public void Write()
    {
        var home = new BolystHome(Home);
        var aside = home.RunState + ".new";
        File.WriteAllText(aside, JsonSerializer.Serialize(this, Format));
        File.Move(aside, home.RunState, overwrite: true);
    }

    public static void Remove(BolystHome home) => File.Delete(home.RunState);
}
