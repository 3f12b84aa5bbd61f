using System.Globalization;

namespace Bolyst.Rpc.Calls;

/// <summary>The spellings of status codes.</summary>
internal static class StatusText
{
    private static readonly string[] Numbers = [.. Enumerable.Range(0, 17).Select(code => code.ToString(CultureInfo.InvariantCulture))];

    private static readonly string[] Names =
    [
        "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED",
        "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED", "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
    ];

    /// <summary>As <c>grpc-status</c> sends it: <c>5</c>.</summary>
    public static string Number(StatusCode code) =>
        (uint)code < (uint)Numbers.Length ? Numbers[(int)code] : ((int)code).ToString(CultureInfo.InvariantCulture);

    /// <summary>As the specification writes it: <c>NOT_FOUND</c>.</summary>
    public static string Name(StatusCode code) => (uint)code < (uint)Names.Length ? Names[(int)code] : Number(code);
}
