namespace Bolyst.Store.Model;

/// <summary>What arrived, from whom and on which terms.</summary>
/// <param name="Key">Names the kind of delivery; a later delivery may carry the same key.</param>
/// <param name="Title">Title for readers.</param>
/// <param name="Supplier">Who supplied it, for example <c>FHI</c>.</param>
/// <param name="Licence">Licence of the data, for example <c>CC BY 4.0</c>.</param>
/// <param name="SourceUrl">Where it was fetched; null when it has no address.</param>
/// <param name="Contact">Whom to ask; null when not given.</param>
/// <param name="ReceivedOn">The day it was received; null when not given.</param>
/// <param name="Description">The delivery description as used, word for word.</param>
/// <param name="Files">Every file that was read.</param>
/// <param name="Sha256">Hash of the whole delivery (description and files), lower-case hex. One hash is imported once.</param>
public sealed record DeliveryHead(
    string Key,
    LocalizedText Title,
    string Supplier,
    string Licence,
    string? SourceUrl,
    string? Contact,
    DateOnly? ReceivedOn,
    string Description,
    IReadOnlyList<DeliveredFile> Files,
    string Sha256);

/// <summary>One file of a delivery.</summary>
/// <param name="Name">Path relative to the delivery, with forward slashes.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">Hash of its content, lower-case hex.</param>
public sealed record DeliveredFile(string Name, long Bytes, string Sha256);

/// <summary>A delivery that the store holds.</summary>
/// <param name="Version">The dataset version it made: 1 for the first, one more for each.</param>
/// <param name="Key">Key of the delivery.</param>
/// <param name="Title">Title for readers.</param>
/// <param name="Supplier">Who supplied it.</param>
/// <param name="Licence">Licence of the data.</param>
/// <param name="SourceUrl">Where it was fetched; null when it has no address.</param>
/// <param name="ReceivedOn">The day it was received; null when not given.</param>
/// <param name="CommittedAt">When it was committed, UTC.</param>
/// <param name="Sha256">Hash of the whole delivery, lower-case hex.</param>
public sealed record DeliverySummary(
    long Version,
    string Key,
    LocalizedText Title,
    string Supplier,
    string Licence,
    string? SourceUrl,
    DateOnly? ReceivedOn,
    DateTimeOffset CommittedAt,
    string Sha256);

/// <summary>A delivery with all that was kept about it.</summary>
/// <param name="Summary">What it is.</param>
/// <param name="Contact">Whom to ask; null when not given.</param>
/// <param name="Files">Every file that was read, by name.</param>
/// <param name="Description">The delivery description as used, word for word.</param>
/// <param name="ReportJson">The validation report, a JSON document.</param>
public sealed record DeliveryDetail(DeliverySummary Summary, string? Contact, IReadOnlyList<DeliveredFile> Files, string Description, string ReportJson);
