using System.Globalization;
using Bolyst.Intake.Description.Binding;
using Bolyst.Intake.Description.Yaml;

namespace Bolyst.Intake.Description;

/// <summary>A delivery description: which files were delivered and what their fields mean.</summary>
public sealed record DeliveryDescription : DescriptionBlock
{
    private const long MaxBytes = 4 << 20;

    /// <summary>
    /// The folder that file names are relative to: a folder below the description's own, or ${BOLYST_NAME} for a folder that an environment
    /// variable names. Default: the description's own.
    /// </summary>
    public string? Base { get; init; }

    /// <summary>What the delivery is and where it comes from.</summary>
    public required DeliveryHeadDescription Delivery { get; init; }

    /// <summary>The zone sets delivered.</summary>
    public IReadOnlyList<ZoneSetDescription> ZoneSets { get; init; } = [];

    /// <summary>The indicators delivered.</summary>
    public IReadOnlyList<IndicatorDescription> Indicators { get; init; } = [];

    /// <summary>The tables of observations.</summary>
    public IReadOnlyList<TableDescription> Tables { get; init; } = [];

    /// <summary>Counts to sum from finer zones to zones built of them.</summary>
    public IReadOnlyList<AggregateDescription> Aggregate { get; init; } = [];

    /// <summary>Boundaries of områdesatsingar.</summary>
    public IReadOnlyList<OmradesatsingDescription> Omradesatsinger { get; init; } = [];

    /// <summary>Water to draw over the zones.</summary>
    public IReadOnlyList<WaterDescription> Water { get; init; } = [];

    /// <summary>The description as it was written, kept with the delivery.</summary>
    [NotAKey]
    public string Text { get; init; } = "";

    /// <summary>The base folder, absolute.</summary>
    [NotAKey]
    public string Folder { get; init; } = "";

    /// <summary>Every file that the description names.</summary>
    [NotAKey]
    public IReadOnlyList<DeliveryPath> Files { get; init; } = [];

    /// <summary>Reads a description from a file.</summary>
    /// <exception cref="DescriptionException">The file is missing or wrong; says where, and everything at once.</exception>
    public static DeliveryDescription Load(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            throw new DescriptionException(new SourcePosition(path, 0, 0, ""), "There is no such description. Draft one from your files with: bolyst describe FILE…");
        }

        if (file.Length > MaxBytes)
        {
            throw new DescriptionException(new SourcePosition(path, 0, 0, ""), $"A description is at most {(MaxBytes >> 20).ToString(CultureInfo.InvariantCulture)} MB. Is this the data itself? Then draft one with: bolyst describe {path}");
        }

        return Parse(File.ReadAllText(path), path, Path.GetDirectoryName(file.FullName)!);
    }

    /// <summary>Reads a description from text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="name">The name that errors carry.</param>
    /// <param name="folder">The folder the description lies in.</param>
    /// <exception cref="DescriptionException">The description is wrong; says where, and everything at once.</exception>
    public static DeliveryDescription Parse(string text, string name, string folder)
    {
        var root = YamlTree.Parse(text, name);
        var baseNode = (root as MapNode)?.Entries.FirstOrDefault(e => e.Key.Text == "base")?.Value as ScalarNode;
        if (!PathRules.TryCreate(folder, baseNode?.Text, out var paths, out var fault))
        {
            throw new DescriptionException(new SourcePosition(name, baseNode?.Line ?? 0, baseNode?.Column ?? 0, "base"), fault);
        }

        var binder = new BlockBinder(name, paths);
        var description = (DeliveryDescription?)binder.BindBlock(typeof(DeliveryDescription), root, "");
        if (binder.Errors.Count > 0)
        {
            throw new DescriptionException(binder.Errors);
        }

        return description! with { Text = text, Folder = paths.Folder, Files = paths.Resolved };
    }

    /// <inheritdoc/>
    protected internal override IEnumerable<BlockFault> Check()
    {
        var faults = Twice("zoneSets", ZoneSets, z => z.Key)
            .Concat(Twice("indicators", Indicators, i => i.Key))
            .Concat(Twice("water", Water, w => w.Key));
        foreach (var fault in faults)
        {
            yield return fault;
        }

        if (ZoneSets.Count + Indicators.Count + Tables.Count + Aggregate.Count + Omradesatsinger.Count + Water.Count == 0)
        {
            yield return new BlockFault(null, "Nothing is delivered: give zoneSets, tables, omradesatsinger or water.");
        }
    }

    private static IEnumerable<BlockFault> Twice<T>(string key, IEnumerable<T> blocks, Func<T, string> keyOf)
        where T : DescriptionBlock =>
        blocks.GroupBy(keyOf, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => new BlockFault(key, $"The key '{g.Key}' is given in lines {string.Join(" and ", g.Select(b => b.At.Line.ToString(CultureInfo.InvariantCulture)))}."));
}
