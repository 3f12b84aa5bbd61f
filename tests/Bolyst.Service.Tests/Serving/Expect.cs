using Bolyst.Rpc;

namespace Bolyst.Service.Tests.Serving;

/// <summary>What a failed call must look like.</summary>
internal static class Expect
{
    /// <summary>The call fails with this code, reason and field (a prefix), in our domain, with a sentence and without internals.</summary>
    public static async Task<CallFailedException> FaultAsync(StatusCode code, V1.ErrorReason reason, Func<Task> call, string? field = null)
    {
        var fault = await Assert.ThrowsAsync<CallFailedException>(call);
        Assert.Equal(code, fault.Code);
        Assert.Equal(NameOf(reason), fault.Reason);
        Assert.Equal("bolyst", fault.Domain);
        Assert.NotEmpty(fault.Detail);
        Assert.DoesNotContain(" at Bolyst.", fault.Detail, StringComparison.Ordinal);
        if (field is not null)
        {
            Assert.Contains(fault.Fields, name => name.StartsWith(field, StringComparison.Ordinal));
        }

        return fault;
    }

    public static Task<CallFailedException> InvalidAsync(V1.ErrorReason reason, string field, Func<Task> call) =>
        FaultAsync(StatusCode.InvalidArgument, reason, call, field);

    public static Task<CallFailedException> NotFoundAsync(V1.ErrorReason reason, Func<Task> call) => FaultAsync(StatusCode.NotFound, reason, call);

    private static string NameOf(V1.ErrorReason reason) =>
        V1.ErrorsReflection.Descriptor.EnumTypes[0].FindValueByNumber((int)reason).Name["ERROR_REASON_".Length..];
}
