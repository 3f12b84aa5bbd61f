using Bolyst.Rpc;
using Bolyst.Service.Faults;

namespace Bolyst.Service.Ogc.Filters;

/// <summary>Faults of filters.</summary>
internal static class CqlFault
{
    /// <summary>The filter cannot be read from a character on.</summary>
    /// <param name="at">0-based place of the character.</param>
    /// <param name="expected">What should stand there.</param>
    public static RpcException Syntax(int at, string expected) =>
        Fault.InvalidArgument(V1.ErrorReason.FieldMalformed, "filter", FormattableString.Invariant($"character {at + 1}: {expected}."));

    /// <summary>The filter can be read and means nothing.</summary>
    public static RpcException Meaning(string what) => Fault.InvalidArgument(V1.ErrorReason.FieldMalformed, "filter", what);
}
