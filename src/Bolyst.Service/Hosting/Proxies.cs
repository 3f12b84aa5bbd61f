using Microsoft.AspNetCore.HttpOverrides;

namespace Bolyst.Service.Hosting;

/// <summary>Proxies in front of the service.</summary>
internal static class Proxies
{
    /// <summary>Takes a request as the client sent it to a proxy that is known; before anything reads its address.</summary>
    public static void UseProxies(this IApplicationBuilder app, ServerOptions options)
    {
        if (options.Proxies.Count == 0)
            return;
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedPrefix,
            // As many as stand one behind the other, as long as each is known.
            ForwardLimit = null,
        };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in options.Proxies)
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(forwarded);
    }
}
