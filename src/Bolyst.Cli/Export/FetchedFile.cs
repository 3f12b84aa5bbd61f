using System.Net;
using System.Text.Json;
using Bolyst.Cli.Home;
using Bolyst.Cli.Running;
using Microsoft.AspNetCore.Http;

namespace Bolyst.Cli.Export;

/// <summary>A file of a layer as the running service gives it at <c>/download</c>: one way to make it, whoever asks.</summary>
/// <param name="Layer">Key of the layer.</param>
/// <param name="Ending">Ending of the file, with its dot.</param>
/// <param name="Parameters">What to ask for; null is left out.</param>
internal sealed record FetchedFile(string Layer, string Ending, IReadOnlyList<(string Name, string? Value)> Parameters)
{
    /// <summary>Writes the file: whole, or not at all.</summary>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="CommandException">No service runs here, or it refuses.</exception>
    public async Task<long> WriteAsync(FileInfo file, CancellationToken cancellation)
    {
        var service = (await Standing.FindAsync(BolystHome.Find(), cancellation)).Http
            ?? throw new CommandException("Bolyst does not run here, and the running service makes this file.", "Start it: bolyst up --detach");
        var query = QueryString.Create(Parameters.Where(parameter => parameter.Value is not null).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
        var unfinished = file.FullName + ".part";
        using var client = new HttpClient(LocalService.Handler(service.Scheme is "https")) { Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            using var answer = await client.GetAsync(new Uri(service, $"/download/{Uri.EscapeDataString(Layer)}{Ending}{query}"), HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer.StatusCode != HttpStatusCode.OK)
                throw new CommandException(await ReasonAsync(answer, cancellation), "Nothing was written.");
            await using (var output = File.Create(unfinished))
                await answer.Content.CopyToAsync(output, cancellation);
            File.Move(unfinished, file.FullName, overwrite: true);
            return new FileInfo(file.FullName).Length;
        }
        catch (HttpRequestException broken)
        {
            throw new CommandException($"{service} broke off: {broken.Message}", "Nothing was written. 'bolyst status' says what runs.");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The sentence of a problem document.</summary>
    private static async Task<string> ReasonAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        using var problem = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
        return problem.RootElement.GetProperty("detail").GetString()!;
    }
}
