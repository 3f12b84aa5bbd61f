using System.CommandLine;
using Bolyst.Cli.Doctor;
using Bolyst.Cli.Home;

namespace Bolyst.Cli.Commands;

/// <summary><c>bolyst doctor</c>: what is missing on this machine, and how to mend it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var where = new AddressOptions();
        var command = new Command("doctor", "Looks at what Bolyst needs and says how to mend what is missing. Changes nothing. Exit code 1 if Bolyst cannot run.")
            .WithExamples("bolyst doctor", "bolyst doctor --port 8080 --grpc-port 8081");
        where.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var faults = 0;
            await foreach (var finding in Examination.RunAsync(BolystHome.Find(), where.Read(parsed), cancellation))
            {
                Print(finding);
                faults += finding.Gravity == Gravity.Fault ? 1 : 0;
            }

            Console.WriteLine(faults == 0 ? "Bolyst can run here." : $"{faults} to mend before Bolyst can run here.");
            return faults == 0 ? 0 : 1;
        });
        return command;
    }

    private static void Print(Finding finding)
    {
        var sign = finding.Gravity switch
        {
            Gravity.Good => "ok",
            Gravity.Note => "note",
            _ => "MEND",
        };
        Console.WriteLine($"{sign,-5} {finding.Subject,-23} {finding.Text}");
        foreach (var step in finding.Mend)
        {
            Console.WriteLine($"{"",-29} {step}");
        }
    }
}
