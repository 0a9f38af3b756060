using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Keeping;
using BienNien.Telling.Chronicles;

namespace BienNien.Cli.Commands;

/// <summary><c>rule same|different|prefer|accept|list|withdraw</c>: what an editor decides, kept apart from what documents say.</summary>
internal static class RuleCommand
{
    internal static Command Create(Session session) => new DescribedCommand(
        "rule", session.Texts.RuleCommand,
        "biennien rule same \"Hoàng Như\" \"Hoàng Văn Nọn\" --reason \"lý lịch năm 1941\"",
        "biennien rule list")
    {
        Same(session), Different(session), Prefer(session), Accept(session), List(session), Withdraw(session),
    };

    private static DescribedCommand Same(Session session)
    {
        Argument<string> a = new("A") { Description = session.Texts.EntityArgument };
        Argument<string> b = new("B") { Description = session.Texts.OtherEntityArgument };
        return Deciding(
            session, new DescribedCommand("same", session.Texts.RuleSame, "biennien rule same \"Hoàng Như\" \"Hoàng Văn Nọn\" --reason \"lý lịch năm 1941\" --by \"Nguyễn Thị Lan\"") { a, b },
            (parsed, source) => Pair(session, source, RulingBook.Same, parsed.GetRequiredValue(a), parsed.GetRequiredValue(b)),
            (draft, source) => source.Find(draft.Subject) is [var one, ..] && source.Find(draft.Object).Any(other => other.Id == one.Id)
                ? Session.Fill(session.Texts.EffectOne, one.Name, one.Id, one.Mentions.Length, one.Documents)
                : Session.Fill(session.Texts.EffectNone, $"{draft.Subject}, {draft.Object}"));
    }

    private static DescribedCommand Different(Session session)
    {
        Argument<string> a = new("A") { Description = session.Texts.EntityArgument };
        Argument<string> b = new("B") { Description = session.Texts.OtherEntityArgument };
        return Deciding(
            session, new DescribedCommand("different", session.Texts.RuleDifferent, "biennien rule different person/nguyen-van-an~1904 person/nguyen-van-an~1921 --reason \"hai xã khác nhau\"") { a, b },
            (parsed, source) => Pair(session, source, RulingBook.Different, parsed.GetRequiredValue(a), parsed.GetRequiredValue(b)),
            (draft, source) => source.Find(draft.Subject) is [var one, ..] && source.Find(draft.Object) is [var other, ..] && one.Id != other.Id
                ? Session.Fill(session.Texts.EffectTwo, $"{one.Name} [{one.Id}]", $"{other.Name} [{other.Id}]")
                : Session.Fill(session.Texts.EffectNone, $"{draft.Subject}, {draft.Object}"));
    }

    private static DescribedCommand Prefer(Session session)
    {
        Argument<string> entity = new("ENTITY") { Description = session.Texts.EntityArgument };
        Argument<string> name = new("NAME") { Description = session.Texts.PreferredArgument };
        return Deciding(
            session, new DescribedCommand("prefer", session.Texts.RulePrefer, "biennien rule prefer \"Hoàng Văn Nộn\" \"Hoàng Văn Nọn\" --reason \"theo giấy khai sinh\"") { entity, name },
            (parsed, source) => One(session, source, parsed.GetRequiredValue(entity)) is { } found && Library.OneLine(parsed.GetRequiredValue(name)) is { Length: > 0 } preferred
                ? new RulingDraft(RulingBook.Preferred, found, preferred)
                : null,
            (draft, source) => source.Find(draft.Subject) is [var one, ..] && one.Name == draft.Object
                ? Session.Fill(session.Texts.EffectName, one.Name, one.Id)
                : Session.Fill(session.Texts.EffectNone, draft.Subject));
    }

    private static DescribedCommand Accept(Session session)
    {
        Argument<string> conflict = new("CONFLICT") { Description = session.Texts.ConflictArgument };
        Option<string> side = Choices.OneOf(session.Texts, "--side", session.Texts.SideOption, "a", "b");
        side.DefaultValueFactory = null;
        return Deciding(
            session, new DescribedCommand("accept", session.Texts.RuleAccept, "biennien rule accept 4237295e43 --side a --reason \"theo báo cáo ngày 20/10/1950\"") { conflict, side },
            (parsed, source) =>
            {
                string typed = parsed.GetRequiredValue(conflict).Trim();
                ImmutableArray<ConflictView> found = [.. source.Conflicts().Where(view => view.Judgement.IsConflict && typed.Length > 0 && view.Id.StartsWith(typed, StringComparison.OrdinalIgnoreCase))];
                if (found is not [var only])
                {
                    session.Report(new Problem("", 0, Problem.UnknownConflict, $"“{typed}”"));
                    return null;
                }

                return new RulingDraft(RulingBook.Accept, only.Id, parsed.GetValue(side) ?? "");
            },
            (_, source) => Session.Fill(session.Texts.EffectConflict, source.Conflicts().Count(static view => view is { Judgement.IsConflict: true, Ruling: null })));
    }

    private static DescribedCommand List(Session session)
    {
        Option<string> library = Choices.Library(session.Texts);
        Option<string> format = Choices.OneOf(session.Texts, "--format", session.Texts.FormatOption, "table", "json");
        Option<bool> all = new("--all") { Description = session.Texts.AllRulingsOption };
        DescribedCommand command = new("list", session.Texts.RuleList, "biennien rule list --all") { library, format, all };
        command.SetAction((parsed, _) =>
        {
            using Library opened = Library.OpenExisting(parsed.GetRequiredValue(library));
            ImmutableArray<RulingView> rulings = [.. RulingBook.Of(opened).Where(ruling => ruling.Stands || parsed.GetValue(all))];
            if (parsed.GetRequiredValue(format) == "json")
            {
                JsonLines.WriteArray(session.Output, rulings, ChronicleJson.Write);
            }
            else if (rulings.IsEmpty)
            {
                session.Terminal.Error.WriteLine(session.Texts.NoRulings);
            }
            else
            {
                RulingList.Draw(session, rulings);
            }

            return Task.FromResult(ExitCode.Clean);
        });
        return command;
    }

    private static DescribedCommand Withdraw(Session session)
    {
        Argument<string> id = new("ID") { Description = session.Texts.RulingArgument };
        (Option<string> library, Option<string> reason, Option<string> by) = Options(session);
        DescribedCommand command = new("withdraw", session.Texts.RuleWithdraw, "biennien rule withdraw 3 --reason \"nhầm người trùng tên\"") { id, library, reason, by };
        command.SetAction((parsed, _) =>
        {
            if (Why(session, parsed.GetValue(reason)) is not { } why)
            {
                return Task.FromResult(ExitCode.CouldNotRun);
            }

            using Library opened = Library.OpenExisting(parsed.GetRequiredValue(library));
            string typed = parsed.GetRequiredValue(id);
            if (!long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || !RulingBook.Withdraw(session, opened, number, Who(session, parsed.GetValue(by)), why))
            {
                session.Report(new Problem("", 0, Problem.UnknownRuling, $"“{typed}”"));
                return Task.FromResult(ExitCode.CouldNotRun);
            }

            session.Output.WriteLine(Session.Fill(session.Texts.RulingTakenBack, number));
            return Task.FromResult(ExitCode.Clean);
        });
        return command;
    }

    // What all that decide have in common: they need a reason, record, and show what has become of it.
    private static DescribedCommand Deciding(
        Session session, DescribedCommand command, Func<ParseResult, ChronicleSource, RulingDraft?> decide, Func<RulingDraft, ChronicleSource, string> effect)
    {
        (Option<string> library, Option<string> reason, Option<string> by) = Options(session);
        command.Options.Add(library);
        command.Options.Add(reason);
        command.Options.Add(by);
        command.SetAction(async (parsed, _) =>
        {
            if (Why(session, parsed.GetValue(reason)) is not { } why)
            {
                return ExitCode.CouldNotRun;
            }

            using Library opened = Library.OpenExisting(parsed.GetRequiredValue(library));
            RulingDraft? draft = await Waiting.RunAsync(session, session.Texts.WorkingConflicts, () => decide(parsed, new ChronicleSource(opened)));
            if (draft is null)
            {
                return ExitCode.CouldNotRun;
            }

            (RulingView ruling, string became) = await Waiting.RunAsync(session, session.Texts.WorkingConflicts, () =>
            {
                RulingView recorded = RulingBook.Record(session, opened, draft, Who(session, parsed.GetValue(by)), why);
                return (recorded, effect(draft, new ChronicleSource(opened)));
            });
            RulingList.Draw(session, [ruling]);
            session.Output.WriteLine(became);
            return ExitCode.Clean;
        });
        return command;
    }

    private static (Option<string> Library, Option<string> Reason, Option<string> By) Options(Session session) =>
    (
        Choices.Library(session.Texts),
        new Option<string>("--reason") { Description = session.Texts.ReasonOption, HelpName = session.Texts.ReasonSlot },
        new Option<string>("--by") { Description = session.Texts.ByOption, HelpName = session.Texts.NameSlot }
    );

    private static string? Why(Session session, string? reason)
    {
        if (Library.OneLine(reason ?? "") is { Length: > 0 } why)
        {
            return why.Normalize();
        }

        session.Report(new Problem("", 0, Problem.ReasonMissing, ""));
        return null;
    }

    private static string Who(Session session, string? by) => Library.OneLine(by ?? "") is { Length: > 0 } name ? name.Normalize() : session.Terminal.User;

    private static RulingDraft? Pair(Session session, ChronicleSource source, string kind, string a, string b)
    {
        if (One(session, source, a) is not { } first || One(session, source, b) is not { } second)
        {
            return null;
        }

        if (first == second)
        {
            session.Report(new Problem("", 0, Problem.SidesAreEqual, ""));
            return null;
        }

        return new RulingDraft(kind, first, second);
    }

    // As the library spells it: its id when that was typed, else the name among its names that was meant.
    private static string? One(Session session, ChronicleSource source, string typed)
    {
        switch (source.Find(typed))
        {
            case [var only]:
                return ChronicleSource.NameOf(only, typed) ?? only.Id;
            case []:
                session.Report(new Problem("", 0, Problem.UnknownEntity, $"“{typed}”"));
                return null;
            case var several:
                session.Report(new Problem("", 0, Problem.SeveralEntities, string.Join(", ", several.Select(static entity => entity.Id))));
                return null;
        }
    }
}
