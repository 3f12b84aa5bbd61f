using Bolyst.Cli;
using Bolyst.Cli.Commands;
using Bolyst.Cli.Export;
using Bolyst.Cli.Import;

return await BolystCommandLine.RunAsync(
    args,
    UpCommand.Create(),
    DownCommand.Create(),
    StatusCommand.Create(),
    ImportCommand.Create(),
    ExportCommand.Create(),
    DescribeCommand.Create(),
    DemoCommand.Create(),
    DoctorCommand.Create(),
    TestCommand.Create());
