using System.CommandLine;

var root = new RootCommand("Biên Niên: biên niên sử có nguồn từ tài liệu tiếng Việt · a chronicle with sources from Vietnamese documents");
return await root.Parse(args).InvokeAsync();
