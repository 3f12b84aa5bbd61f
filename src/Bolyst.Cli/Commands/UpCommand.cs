using System.CommandLine;
using Bolyst.Cli.Home;
using Bolyst.Cli.Running;

namespace Bolyst.Cli.Commands;

/// <summary><c>bolyst up</c>: everything from nothing to a service that answers.</summary>
internal static class UpCommand
{
    public const string NoDemo = "--no-demo";

    public static Command Create()
    {
        var where = new AddressOptions();
        var detach = new Option<bool>("--detach", "-d") { Description = "Return when the service answers and leave it running; 'bolyst down' stops it." };
        var noDemo = new Option<bool>(NoDemo) { Description = "Leave an empty store empty." };
        var command = new Command("up", "Installs what is missing, starts the database and the service, and loads the demo into an empty store. Ctrl-C stops all of it.") { detach, noDemo }
            .WithExamples(
                "bolyst up",
                "bolyst up --port 8080 --grpc-port 8081",
                "bolyst up --detach && bolyst import delivery.yaml && bolyst down",
                "BOLYST_HOME=/srv/bolyst bolyst up         (keeps its files there, not in .bolyst/)",
                "BOLYST_LISTEN=0.0.0.0 bolyst up           (open to other machines)",
                "BOLYST_DATABASE='Host=db;Database=bolyst;Username=bolyst' bolyst up",
                "                                          (a PostGIS of your own)");
        where.AddTo(command);
        command.SetAction((parsed, cancellation) => parsed.GetValue(detach)
            ? Detached.StartAsync(BolystHome.Find(), where.Read(parsed), !parsed.GetValue(noDemo), cancellation)
            : Supervisor.RunAsync(BolystHome.Find(), where.Read(parsed), !parsed.GetValue(noDemo), cancellation));
        return command;
    }
}
