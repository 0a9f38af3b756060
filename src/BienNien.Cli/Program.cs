using BienNien.Cli.Hosting;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
