using System.Globalization;
using Bolyst.Service.Downloads.Formats;
using Bolyst.Service.Downloads.Readme;
using Bolyst.Service.Faults;
using Bolyst.Service.Layers;
using Bolyst.Service.Metadata;
using Bolyst.Service.Metadata.Rdf;
using Bolyst.Service.Ogc.Items;
using Bolyst.Service.Reading;
using Bolyst.Service.Requests;

namespace Bolyst.Service.Downloads;

/// <summary>What a request for a file asks for, checked.</summary>
/// <param name="Dataset">The dataset version.</param>
/// <param name="Layer">The table.</param>
/// <param name="Format">The format.</param>
/// <param name="Zipped">True for an archive with README and sources.</param>
/// <param name="Query">Which measures.</param>
/// <param name="Within">The kommune whose zones alone are wanted; null for all features.</param>
/// <param name="Crs">System of the coordinates.</param>
/// <param name="Texts">Language of titles and README.</param>
/// <param name="Root">Address of the service as the client reaches it, without a slash at the end.</param>
internal sealed record DownloadOrder(Dataset Dataset, Layer Layer, DownloadFormat Format, bool Zipped, LayerQuery Query, ZonesWithin? Within, Crs Crs, ReadmeTexts Texts, string Root)
{
    /// <summary>Parameters of a file.</summary>
    public static readonly IReadOnlyList<string> Parameters = ["indicators", "indexes", "period", "kommune", CompositeParameter.Name, "as_of", "crs", "lang"];

    private const string Zip = ".zip";

    /// <summary>No format makes so many times as much of a layer as it has bytes, roughly counted.</summary>
    private const int FarBelow = 8;

    /// <summary>Reads a request.</summary>
    /// <param name="file">Last part of the address: layer and format.</param>
    /// <param name="request">The request.</param>
    /// <param name="datasets">The dataset versions.</param>
    /// <param name="layers">Their layers.</param>
    /// <param name="limits">How much one request may ask for.</param>
    /// <param name="cancellation">The request's.</param>
    /// <exception cref="Rpc.RpcException">It asks for what is not there or cannot be made.</exception>
    public static async Task<DownloadOrder> ReadAsync(string file, HttpRequest request, Datasets datasets, LayerCatalogue layers, ServiceLimits limits, CancellationToken cancellation)
    {
        ItemsRequest.Check(request.Query, Parameters);
        var zipped = file.EndsWith(Zip, StringComparison.Ordinal);
        var name = zipped ? file[..^Zip.Length] : file;
        var dot = name.LastIndexOf('.');
        var format = DownloadFormat.All.FirstOrDefault(known => string.Equals(known.Extension, name[(dot + 1)..], StringComparison.Ordinal))
            ?? throw Fault.NotFound(
                V1.ErrorReason.FieldOutOfRange,
                $"There is no format '{name[(dot + 1)..]}'. Files end with {string.Join(", ", DownloadFormat.All.Select(known => "." + known.Extension))}, or with one of these and .zip. /download lists all.",
                ("file", file));
        var (id, query) = (name[..Math.Max(dot, 0)], LayerQuery.Read(request.Query));
        query = query with { Composite = CompositeParameter.Read(request.Query[CompositeParameter.Name].ToString(), id, query, limits) };
        var (crs, texts) = (format.ReadCrs(request.Query["crs"].ToString()), ReadmeTexts.Read(request.Query["lang"].ToString()));
        var dataset = await datasets.OpenAsync(query.AsOf, cancellation);
        var layer = await layers.OpenAsync(dataset, id, query, cancellation);
        var kommune = request.Query["kommune"].ToString();
        var zonesAlone = kommune.Length > 0 ? "kommune" : query.Composite is not null ? CompositeParameter.Name : null;
        if (zonesAlone is not null && layer.Head.Set is null)
            throw Fault.InvalidArgument(V1.ErrorReason.FieldOutOfRange, zonesAlone, $"goes with zone sets, and '{layer.Head.Id}' is none. Leave it out.");
        var within = kommune.Length > 0 ? await ZonesWithin.OfKommuneAsync(dataset, layer.Head.Id, kommune, cancellation) : null;
        return new(dataset, layer, format, zipped, query, within, crs, texts, $"{request.Scheme}://{request.Host}{request.PathBase}");
    }

    /// <summary>Between which sizes the file will be; nothing is counted, which would keep the first byte waiting, where it is far below a limit.</summary>
    /// <param name="limit">The limit, in bytes.</param>
    public SizeBounds SizeBeside(long limit)
    {
        if (LayerAmount.Roughly(Layer) < limit / FarBelow)
            return default;
        var all = Format.Bounds(Layer.Amount);
        return Within is null ? all : all with { Least = 0 };
    }

    /// <summary>All that the bytes depend on.</summary>
    public string Key => string.Join('\n', Address(Layer.Version), Zipped ? Zip : "", Crs.Uri, Texts.Language);

    /// <summary>Name of the file without its ending: what and when.</summary>
    public string Name
    {
        get
        {
            var periods = Layer.Measures.SelectMany(measure => measure.Columns).Select(column => column.Period).Distinct().ToArray();
            var when = periods.Length switch
            {
                0 => Layer.Head.Valid.From?.ToString("yyyy", CultureInfo.InvariantCulture),
                1 => periods[0].Code,
                _ => string.Create(CultureInfo.InvariantCulture, $"{periods.Min(period => period.Start):yyyy}-{periods.Max(period => period.End).AddDays(-1):yyyy}"),
            };
            return string.Join('_', ((string?[])[Layer.Head.Id, Within?.Around.Code, Query.Composite is null ? null : CompositeParameter.Name, when, FormattableString.Invariant($"v{Layer.Version}")]).OfType<string>());
        }
    }

    /// <summary>Where to ask for the file.</summary>
    /// <param name="version">Dataset version; null for the newest.</param>
    public string Address(long? version)
    {
        (string Name, string? Value)[] parameters =
        [
            ("indicators", List(Query.Indicators)),
            ("indexes", List(Query.Indexes)),
            ("period", Query.Period),
            ("kommune", Within?.Around.Code),
            (CompositeParameter.Name, Composite()),
            ("crs", Crs == Format.Systems[0] ? null : Crs.Uri),
            ("lang", Texts == ReadmeTexts.Nb ? null : Texts.Language),
            ("as_of", version?.ToString(CultureInfo.InvariantCulture)),
        ];
        var query = QueryString.Create(parameters.Where(parameter => parameter.Value is not null).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
        return $"{Root}/download/{Uri.EscapeDataString(Layer.Head.Id)}.{Format.Extension}{(Zipped ? Zip : "")}{query}";
    }

    /// <summary>Reads what goes into the file.</summary>
    /// <param name="publisher">Who publishes it.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Download> ReadAsync(Publisher publisher, CancellationToken cancellation)
    {
        var sources = await LayerSources.ReadAsync(Dataset, Layer, cancellation);
        var record = new Records(Root, publisher).DataSet(await DataSet.ReadAsync(Dataset, Layer.Head, cancellation));
        return new(
            Layer, Within, Dataset.Store, Crs, Texts, sources, Dataset.CommittedAt ?? DateTimeOffset.UnixEpoch.AddYears(10), Address(Layer.Version), Address(version: null),
            Turtle.Write([record]));
    }

    /// <summary>The composite index without what stands elsewhere in the address.</summary>
    private string? Composite()
    {
        if (Query.Composite is not { } composite)
            return null;
        var bare = new V1.CompositeQuery(composite) { ZoneSet = "" };
        bare.Periods.Clear();
        return bare.ToString();
    }

    private static string? List(IReadOnlyList<string>? keys) => keys switch
    {
        null => null,
        [] => "none",
        _ => string.Join(',', keys),
    };
}
