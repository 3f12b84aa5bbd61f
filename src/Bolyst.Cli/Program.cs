using Bolyst.Cli;
using Bolyst.Cli.Commands;

return await BolystCommandLine.RunAsync(
    args,
    TestCommand.Create());
