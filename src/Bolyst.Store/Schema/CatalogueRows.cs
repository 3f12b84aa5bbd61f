namespace Bolyst.Store.Schema;

// Rows as the functions of 0002-as-of.sql and the tables of 0001-tables.sql give them; a property is its column in snake case.

internal sealed record ZoneSetAt(
    int ZoneSetId, string Key, long Version, string Level, string NameNb, string? NameNn, string? NameEn, DateOnly ValidFrom, DateOnly? ValidTo,
    bool IsPartition, string Licence, string? Source, bool BoundariesOfficial, int ZoneCount, int OutlineCount);

internal sealed record ZoneOf(
    int ZoneId, string ZoneSet, string Code, int Ordinal, string Name, int PartCount, int? PolygonCount, double? AreaM2,
    double? PointX, double? PointY, double? MinX, double? MinY, double? MaxX, double? MaxY, long Version);

internal sealed record ZoneLinkAt(
    short Kind, string FromZoneSet, string FromCode, string ToZoneSet, string ToCode, double? Share, DateOnly? OnDate);

internal sealed record IndicatorAt(
    int IndicatorId, string Key, long Version, string NameNb, string? NameNn, string? NameEn, string Theme,
    string DefinitionNb, string? DefinitionNn, string? DefinitionEn, string? Numerator, string? Denominator, string? AgeBand,
    string Unit, double Scale, short Polarity, string Kind, string? SourceTable, bool Ethnicity, short Form);

internal sealed record DeliveredColumnAt(
    string Indicator, string ZoneSet, string Period, string Breakdown, DateOnly StartsOn, DateOnly EndsBefore, long Version, long CellCount, long ValueCount);

internal sealed record OmradesatsingAt(
    string Key, long Version, string Name, string[] Aliases, string KommuneCode, string KommuneName, string? Area, int? StartYear, int? EndYear,
    short Status, string[] Delprogram, string[] Goals, string[] Funders, string[] Predecessors, string[] Notes, string Source);

internal sealed record DeliveryRow(
    long Version, string Key, string TitleNb, string? TitleNn, string? TitleEn, string Supplier, string Licence, string? SourceUrl, string? Contact,
    DateOnly? ReceivedOn, string Description, string Sha256, string Report, DateTimeOffset CommittedAt);

internal sealed record DeliveredFileRow(long Version, string Name, long Bytes, string Sha256);
