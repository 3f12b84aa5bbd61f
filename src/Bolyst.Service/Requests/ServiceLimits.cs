namespace Bolyst.Service.Requests;

/// <summary>How much one request may ask for. The contract names the defaults; a host may set others by <c>BOLYST_LIMITS__Name</c>.</summary>
public sealed record ServiceLimits
{
    /// <summary>
    /// Most bytes of the address of a request by HTTP. Default 128 kB: a definition of hundreds of indicators stands in the address of a file, so that the file can
    /// be asked for again and kept by caches.
    /// </summary>
    public int MaxAddressBytes { get; init; } = 128 * 1024;

    /// <summary>Entries on a page when the request does not say. Default 100.</summary>
    public int DefaultPageSize { get; init; } = 100;

    /// <summary>Most entries on a page, or zones in a batch; more is coerced to this. Default 1 000.</summary>
    public int MaxPageSize { get; init; } = 1_000;

    /// <summary>Most bytes of zones in a message, unless one zone alone has more. Default 3 000 000: most clients refuse more than 4 MB.</summary>
    public int MaxMessageBytes { get; init; } = 3_000_000;

    /// <summary>Features on a page of the OGC API when the request does not say. Default 1 000.</summary>
    public int DefaultFeatures { get; init; } = 1_000;

    /// <summary>Most features on a page of the OGC API; more is coerced to this. Default 10 000.</summary>
    public int MaxFeatures { get; init; } = 10_000;

    /// <summary>Memory for layers with their indexes and ranks, in bytes; as many as it holds are read before anybody asks. Default 64 MiB; 0 reads none ahead and keeps none.</summary>
    public long LayerBytes { get; init; } = 64L << 20;

    /// <summary>Memory for tiles with values joined in, of several layers or zipped, in bytes; the store keeps outlines beside them. Default 64 MiB.</summary>
    public long TileBytes { get; init; } = 64L << 20;

    /// <summary>Downloads that are made at a time; more wait their turn. Default 2.</summary>
    public int MaxParallelDownloads { get; init; } = 2;

    /// <summary>Downloads that are made or wait for it; more are told to come back later. Default 32.</summary>
    public int MaxWaitingDownloads { get; init; } = 32;

    /// <summary>Most bytes of one downloaded file. Default 4 GiB.</summary>
    public long MaxDownloadBytes { get; init; } = 4L << 30;

    /// <summary>Most bytes of finished downloads that are kept on disk for the next who asks. Default 2 GiB.</summary>
    public long KeptDownloadBytes { get; init; } = 2L << 30;

    /// <summary>Most vertices in a polygon that is looked up. Default 10 000.</summary>
    public int MaxPolygonVertices { get; init; } = 10_000;

    /// <summary>Most zones that a look-up gives. Default 1 000.</summary>
    public int MaxOverlaps { get; init; } = 1_000;

    /// <summary>Most zones that are compared at a time. Default 100.</summary>
    public int MaxComparedZones { get; init; } = 100;

    /// <summary>Most zones in a trend. Default 20.</summary>
    public int MaxTrendZones { get; init; } = 20;

    /// <summary>Most columns that a request may name. Default 50.</summary>
    public int MaxColumns { get; init; } = 50;

    /// <summary>Most indicators in a coverage or a profile. Default 200.</summary>
    public int MaxIndicators { get; init; } = 200;

    /// <summary>Most zone codes that a request may name. Default 20 000.</summary>
    public int MaxCodes { get; init; } = 20_000;

    /// <summary>Most factors of a product. Default 20.</summary>
    public int MaxFactors { get; init; } = 20;

    /// <summary>Most criteria of a threshold count. Default 50.</summary>
    public int MaxCriteria { get; init; } = 50;

    /// <summary>Most indicators of a composite index. Default 100.</summary>
    public int MaxCompositeIndicators { get; init; } = 100;

    /// <summary>Most periods of a composite index. Default 50.</summary>
    public int MaxCompositePeriods { get; init; } = 50;

    /// <summary>Most times that an index is drawn again. Default 10 000.</summary>
    public int MaxReplicates { get; init; } = 10_000;

    /// <summary>Most permutations of a test. Default 9 999.</summary>
    public int MaxPermutations { get; init; } = 9_999;
}
