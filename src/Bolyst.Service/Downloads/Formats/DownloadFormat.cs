using Bolyst.Service.Downloads.Kept;
using Bolyst.Service.Faults;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Items;

namespace Bolyst.Service.Downloads.Formats;

/// <summary>A file format that layers are downloaded in.</summary>
/// <param name="Extension">Ending of the file's name.</param>
/// <param name="MediaType">Media type.</param>
/// <param name="Title">Its name.</param>
/// <param name="FileType">Its entry in the EU's table of file types (http://publications.europa.eu/resource/authority/file-type); null for none.</param>
internal abstract record DownloadFormat(string Extension, string MediaType, string Title, string? FileType)
{
    /// <summary>Every format, those that a GIS likes best first.</summary>
    public static IReadOnlyList<DownloadFormat> All { get; } = [new GeoPackage(), new FlatGeobuf(), new GeoJson(), new Csv(), new Xlsx()];

    /// <summary>Coordinate systems it can hold, the default first: what outlines are stored in, so that nothing is moved.</summary>
    public virtual IReadOnlyList<Crs> Systems { get; } = [Crs.Stored, .. Crs.All.Where(crs => crs != Crs.Stored)];

    /// <summary>Between which sizes a file of a layer will be.</summary>
    /// <param name="amount">How much the layer holds.</param>
    public abstract SizeBounds Bounds(LayerAmount amount);

    /// <summary>Makes the file, from its beginning to its end: whoever waits for it is sent what is there.</summary>
    /// <param name="download">What goes in.</param>
    /// <param name="file">Where to; it exists and is empty.</param>
    /// <param name="cancellation">Gives up.</param>
    public abstract Task WriteAsync(Download download, KeptFile file, CancellationToken cancellation);

    /// <summary>The coordinate system that a request names; the default if it names none.</summary>
    /// <exception cref="Rpc.RpcException">The format cannot hold it.</exception>
    public Crs ReadCrs(string text)
    {
        if (text.Length == 0)
            return Systems[0];
        var crs = Crs.Read(text, "crs");
        return Systems.Contains(crs) ? crs : throw Fault.InvalidArgument(
            V1.ErrorReason.FieldOutOfRange, "crs", $"is '{text}'. {Title} is served in {string.Join(", ", Systems.Select(known => known.Uri))}.");
    }
}
