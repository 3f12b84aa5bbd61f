namespace Bolyst.Rpc.Wire;

/// <summary>The value of <c>grpc-timeout</c>: one to eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    private const int MostDigits = 8;

    /// <exception cref="RpcException">The value is no timeout.</exception>
    public static TimeSpan? Parse(string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return null;
        }

        var digits = value.AsSpan(0, value.Length - 1);
        var ticksPerUnit = value[^1] switch
        {
            'H' => TimeSpan.TicksPerHour,
            'M' => TimeSpan.TicksPerMinute,
            'S' => TimeSpan.TicksPerSecond,
            'm' => TimeSpan.TicksPerMillisecond,
            'u' => TimeSpan.TicksPerMicrosecond,
            'n' => 0,
            _ => -1,
        };
        if (ticksPerUnit < 0 || digits.Length is 0 or > MostDigits || digits.ContainsAnyExceptInRange('0', '9'))
        {
            throw new RpcException(new Status(
                StatusCode.Internal, $"grpc-timeout '{value}' is no timeout: one to eight digits and one of H, M, S, m, u, n are."));
        }

        var count = long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        return value[^1] == 'n'
            ? TimeSpan.FromTicks(count / TimeSpan.NanosecondsPerTick)
            : TimeSpan.FromTicks(count * ticksPerUnit);
    }
}
