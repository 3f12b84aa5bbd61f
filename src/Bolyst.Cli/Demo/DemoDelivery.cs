using Bolyst.Cli.Demo.Kommune;
using Bolyst.Cli.Demo.Register;

namespace Bolyst.Cli.Demo;

/// <summary>The demo delivery: an invented kommune with planted truths, told in docs/demo.md.</summary>
public static class DemoDelivery
{
    /// <summary>The seed of the delivery that <c>bolyst up</c> loads into an empty store.</summary>
    public const ulong DefaultSeed = 2018;

    private const string DescriptionName = "delivery.yaml";

    /// <summary>Writes the delivery: its description, boundaries, tables and truths. The same seed gives the same bytes.</summary>
    /// <param name="folder">Made if it is not there; files of the same names are overwritten.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="ct">Cancels the writing; what is written stays.</param>
    /// <returns>The path of the description, to be imported as any other.</returns>
    public static async Task<string> WriteAsync(string folder, ulong seed, CancellationToken ct)
    {
        var kommune = new DemoKommune(seed);
        var registers = new Registers(kommune, seed);
        var suppression = new Suppression(kommune, registers);
        Directory.CreateDirectory(folder);
        await new DemoBoundaries(kommune, seed).WriteAsync(Path.Combine(folder, "boundaries"), ct);
        await new DemoTables(kommune, registers, new DwellingPrices(kommune, seed), suppression).WriteAsync(Path.Combine(folder, "tables"), ct);
        await Truths.WriteAsync(Path.Combine(folder, "truths.json"), kommune, suppression, seed, ct);
        var description = Path.Combine(folder, DescriptionName);
        await using var source = typeof(DemoDelivery).Assembly.GetManifestResourceStream(typeof(DemoDelivery), DescriptionName)!;
        await using var target = File.Create(description);
        await source.CopyToAsync(target, ct);
        return description;
    }
}
