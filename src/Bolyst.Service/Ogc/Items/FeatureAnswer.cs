using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bolyst.Service.Layers;
using Bolyst.Service.Ogc.Documents;
using Bolyst.Store;
using Microsoft.Net.Http.Headers;

namespace Bolyst.Service.Ogc.Items;

/// <summary>Sends features: values from memory, outlines as the database gives them, a few at a time.</summary>
internal sealed class FeatureAnswer(HttpContext http, Layer layer, Crs crs, BolystStore store)
{
    private const int FlushBytes = 1 << 16;

    /// <summary>Sends a page of features.</summary>
    /// <param name="page">Ordinals, in order.</param>
    /// <param name="matched">Number of features over all pages.</param>
    /// <param name="next">Address of the next page; null on the last.</param>
    /// <param name="links">Links of the page.</param>
    public async Task SendPageAsync(IReadOnlyList<int> page, int matched, string? next, JsonArray links)
    {
        await using var outlines = Outlines(page);
        var any = await outlines.MoveNextAsync();
        SetHeaders();
        http.Response.Headers["OGC-NumberMatched"] = matched.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["OGC-NumberReturned"] = page.Count.ToString(CultureInfo.InvariantCulture);
        if (next is not null)
            http.Response.Headers.Append(HeaderNames.Link, $"<{next}>; rel=\"next\"; type=\"{MediaTypes.GeoJson}\"");

        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        var writer = new FeatureWriter(layer, json);
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteNumber("numberMatched"u8, matched);
        json.WriteNumber("numberReturned"u8, page.Count);
        json.WriteNumber("datasetVersion"u8, layer.Version);
        json.WritePropertyName("links"u8);
        links.WriteTo(json);
        json.WriteStartArray("features"u8);
        for (var at = 0; any; at++, any = await outlines.MoveNextAsync())
        {
            writer.Begin(page[at], outlines.Current);
            writer.End();
            if (json.BytesPending > FlushBytes)
                await json.FlushAsync(http.RequestAborted);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }

    /// <summary>Sends one feature.</summary>
    /// <param name="ordinal">Which.</param>
    /// <param name="links">Its links.</param>
    public async Task SendOneAsync(int ordinal, JsonArray links)
    {
        await using var outlines = Outlines([ordinal]);
        await outlines.MoveNextAsync();
        SetHeaders();
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        var writer = new FeatureWriter(layer, json);
        writer.Begin(ordinal, outlines.Current);
        json.WritePropertyName("links"u8);
        links.WriteTo(json);
        writer.End();
        await json.FlushAsync(http.RequestAborted);
    }

    private IAsyncEnumerator<string?> Outlines(IReadOnlyList<int> ordinals) =>
        store.Features.OutlinesAsync(layer.Head.Id, ordinals, crs.Form, layer.Version, http.RequestAborted).GetAsyncEnumerator(http.RequestAborted);

    private void SetHeaders()
    {
        http.Response.ContentType = MediaTypes.GeoJson;
        http.Response.Headers["Content-Crs"] = $"<{crs.Uri}>";
    }
}
