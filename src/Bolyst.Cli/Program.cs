using Bolyst.Cli;
using Bolyst.Cli.Commands;

return await BolystCommandLine.RunAsync(
    args,
    UpCommand.Create(),
    DownCommand.Create(),
    StatusCommand.Create(),
    DoctorCommand.Create(),
    TestCommand.Create());
