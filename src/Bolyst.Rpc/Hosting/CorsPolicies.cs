using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Rpc.Hosting;

/// <summary>What pages of other origins may do, as gRPC-Web and Connect need it.</summary>
internal static class CorsPolicies
{
    private static readonly TimeSpan PreflightLifetime = TimeSpan.FromHours(2);

    /// <summary>The policy of these settings; null when no other origin may call.</summary>
    public static CorsPolicy? Make(RpcOptions options)
    {
        if (options.AllowedOrigins.Count == 0)
        {
            return null;
        }

        var policy = new CorsPolicyBuilder([.. options.AllowedOrigins])
            .WithMethods(HttpMethods.Post, HttpMethods.Get)
            .AllowAnyHeader()
            .WithExposedHeaders(
            [
                HeaderNames.GrpcStatus, HeaderNames.GrpcMessage, HeaderNames.GrpcEncoding, HeaderNames.GrpcAcceptEncoding, RichStatus.TrailerName,
                .. options.ExposedHeaders,
            ])
            .SetPreflightMaxAge(PreflightLifetime);
        return policy.Build();
    }
}
