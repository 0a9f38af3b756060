using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Reading.Papers;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Relating.Figures;
using BienNien.Relating.Places;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Reconciling;

/// <summary>Draws from an analysed document what it brings to the chronicle. Built once, immutable, safe to share between threads.</summary>
public sealed class TestimonyReader
{
    /// <summary>How many words on either side of a trigger or figure tell what it is about.</summary>
    private const int WordsAround = 24;

    /// <summary>How many words behind a trigger tell what it happened to.</summary>
    private const int WordsOfObject = 8;

    /// <summary>How many words of a verb that stands over a list tell what happened to each of its items.</summary>
    private const int WordsOfVerb = 3;

    /// <summary>How many words on either side of a figure, within its part of the sentence, tell what is counted.</summary>
    private const int WordsOfFigure = 9;

    /// <summary>How many words before and behind a figure say what it covers.</summary>
    private const int WordsBeforeScope = 12;
    private const int WordsBehindScope = 5;

    /// <summary>Shorter lengths of time are everywhere.</summary>
    private const int LeastLength = 2;

    private readonly ContentWords _words = ContentWords.Create();
    private readonly Topics _topics = Topics.Create();
    private readonly ScopeWords _scopes = ScopeWords.Create();
    private readonly PlaceLinker? _places;
    private readonly PaperHeaderReader? _headers;

    /// <summary>A reader.</summary>
    /// <param name="places">Says which units of the gazetteer places may be; without it their traits have none.</param>
    /// <param name="headers">Says who signed a document, and when; without it nobody is known to have lived then.</param>
    public TestimonyReader(PlaceLinker? places = null, PaperHeaderReader? headers = null) => (_places, _headers) = (places, headers);

    /// <summary>What a document brings.</summary>
    /// <param name="analysis">The document with what was found and related in it.</param>
    public Testimony Read(DocumentAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        analysis = _places is null ? analysis : analysis with { Mentions = _places.Link(analysis.Tokens, analysis.Mentions) };
        LocalEntities entities = LocalEntities.Of(analysis);
        PaperHeader? header = _headers?.Read(analysis.Document);
        int own = entities.AddOwnPaper(header);
        Pass pass = new(this, analysis, entities, header);
        return new Testimony(entities.WithTraits(analysis, header), pass.Statements(own, header), pass.Dates());
    }

    /// <summary>One document's reading.</summary>
    private sealed class Pass
    {
        private readonly TestimonyReader _reader;
        private readonly DocumentAnalysis _analysis;
        private readonly LocalEntities _entities;

        // Whether a token is a part of a name, a date or a number, which say nothing of what a sentence is about.
        private readonly bool[] _named;

        // Where a part of a sentence ends: at marks and other figures.
        private readonly bool[] _figure;
        private readonly ImmutableArray<SentenceContext> _contexts;
        private readonly PassageSigns _passages;

        // When the document was written, as far as it shows: an anniversary is counted from there.
        private readonly StatedDate _written;

        // Whether it is a plan or programme, whose figures are targets.
        private readonly bool _isPlan;

        internal Pass(TestimonyReader reader, DocumentAnalysis analysis, LocalEntities entities, PaperHeader? header)
        {
            (_reader, _analysis, _entities) = (reader, analysis, entities);
            _named = new bool[analysis.Tokens.Tokens.Length];
            _figure = new bool[_named.Length];
            foreach (Mention mention in analysis.Mentions)
            {
                if (mention.Kind is MentionKind.OrganisationChange or MentionKind.Quote or MentionKind.Renamed)
                {
                    continue;
                }

                bool[] marks = mention.Kind == MentionKind.Quantity ? _figure : _named;
                for (int i = analysis.Tokens.TokenAt(mention.Span.Start); i < marks.Length && analysis.Tokens.Tokens[i].Start < mention.Span.End; i++)
                {
                    marks[i] = true;
                }
            }

            _contexts = SentenceContext.Of(analysis, entities, reader._topics, reader._scopes, header);
            _passages = PassageSigns.Of(analysis, entities, _contexts);
            _isPlan = header?.Type is { } type && Letters.Fold(FigureText.OneLine(type.Value)) is "ke hoach" or "chuong trinh";
            _written = StatedDate.None with { Value = WrittenIn(analysis, header), Implied = true };
        }

        // Whether a figure of a plan is told of a year that was over when the plan was written.
        private static bool IsBefore(string period, string written) =>
            Edtf.TryParse(period) is { EndKind: EdtfEnd.Known, End.Year: { } year } && Edtf.TryParse(written)?.Start.Year is { } now && year < now;

        // The year of its header, else the last year that it names.
        private static string WrittenIn(DocumentAnalysis analysis, PaperHeader? header)
        {
            int? year = Edtf.TryParse(header?.Date?.Value ?? "")?.Start.Year;
            foreach (Mention mention in year is null ? analysis.Mentions : [])
            {
                if (Dates(mention) && Edtf.TryParse(((TimeValue)mention.Value).Value) is { EndKind: EdtfEnd.Known, End.Year: { } last } && last > (year ?? 0))
                {
                    year = last;
                }
            }

            return year?.ToString("0000", CultureInfo.InvariantCulture) ?? "";
        }

        internal ImmutableArray<Statement> Statements(int own, PaperHeader? header)
        {
            List<Statement> statements = [];
            if (own >= 0 && header?.Date is { } issued)
            {
                statements.Add(new FactStatement(
                    issued.Span, SentenceOf(issued.Span), ClaimStatus.Asserted, FactProperty.Issued, own, -1, "",
                    new StatedDate(issued.Value, TimexMod.None, issued.Span, Lunar: false, Implied: false)));
            }

            HashSet<int> figures = [];
            foreach (Claim claim in _analysis.Claims)
            {
                switch (claim)
                {
                    case EventClaim told:
                        statements.Add(OfEvent(told));
                        break;
                    case FactClaim fact when fact.Certainty != FactCertainty.Low && EntityOf(fact.Subject) is >= 0 and int subject:
                        statements.Add(new FactStatement(
                            fact.ValueSpan, fact.Evidence[0], fact.Status, fact.Property, subject, EntityOf(fact.Object), fact.Value, fact.Date.Length == 0 && fact.Property == FactProperty.Office ? DateAround(fact.ValueSpan, fact.Evidence[0]) : DateOf(fact.Date, fact.DateMention, implied: false))
                        {
                            Words = fact.Property switch { FactProperty.Issued => WordsBehind(fact.ValueSpan, fact.Evidence[0]), FactProperty.Office => WordsNear(fact.ValueSpan, fact.Evidence[0]), _ => [] },
                            Near = fact.Property == FactProperty.Office ? _entities.In(RowOf(fact.Evidence[0])) : [],
                        });
                        break;
                    case FigureClaim { Measure: FigureMeasure.Level } figure when figures.Add(figure.Figure):
                        statements.Add(OfFigure(figure));
                        break;
                    case FigureClaim figure:
                        figures.Add(figure.Figure);
                        break;
                    default:
                        break;
                }
            }

            for (int m = 0; m < _analysis.Mentions.Length; m++)
            {
                if (_analysis.Mentions[m].Value is QuantityValue { Cell: null, Unit.Length: > 0 } && !figures.Contains(m))
                {
                    statements.Add(OfQuantity(m));
                }
                else if (LengthOf(_analysis.Mentions[m]) is { } length)
                {
                    statements.Add(OfLength(m, length));
                }
            }

            AddBareDates(statements);
            AddFactsOfEvents(statements);
            return [.. statements.Select(statement => statement with { Context = ContextOf(statement) }).OrderBy(static statement => statement.Sentence).ThenBy(static statement => statement.Span)];
        }

        private void AddBareDates(List<Statement> statements)
        {
            // A date by the moon is held against the one beside it, whatever fact has it.
            HashSet<TextSpan> told = [.. statements.Select(static statement => statement switch { EventStatement happening => happening.Date.Span, FactStatement { Date.Lunar: false } fact => fact.Date.Span, _ => default })];
            for (int m = 0; m < _analysis.Mentions.Length; m++)
            {
                Mention mention = _analysis.Mentions[m];
                if (Dates(mention) && !told.Contains(mention.Span) && !IsPaperDate(m))
                {
                    statements.Add(OfBareDate(m));
                }
            }
        }

        private bool IsPaperDate(int date)
        {
            TextSpan span = _analysis.Mentions[date].Span;
            for (int m = date - 1; m >= 0 && m > date - 8; m--)
            {
                if (_analysis.Mentions[m].Kind == MentionKind.DocumentReference && _analysis.Mentions[m].Span.Contains(span))
                {
                    return true;
                }
            }

            return false;
        }

        // Births, deaths and admissions are facts of a person as well, whatever the words that tell them.
        private static void AddFactsOfEvents(List<Statement> statements)
        {
            HashSet<(FactProperty, int, TextSpan)> known = [.. statements.OfType<FactStatement>().Select(static fact => (fact.Property, fact.Subject, fact.Date.Span))];
            List<Statement> facts = [];
            foreach (EventStatement told in statements.OfType<EventStatement>())
            {
                FactProperty? property = told.Type switch { EventType.Birth => FactProperty.Born, EventType.Death => FactProperty.Died, EventType.Admission => FactProperty.Joined, _ => null };
                if (property is not { } fact || told.Date.Span.Length == 0)
                {
                    continue;
                }

                int body = -1;
                foreach (StatedPart part in told.Parts)
                {
                    body = part.Role is "office" or "agent" or "other" && body < 0 ? part.Local : body;
                }

                foreach (StatedPart part in told.Parts)
                {
                    if (part.Role is "patient" or "agent" && known.Add((fact, part.Local, told.Date.Span)))
                    {
                        facts.Add(new FactStatement(told.Date.Span, told.Sentence, told.Status, fact, part.Local, fact == FactProperty.Joined && body != part.Local ? body : -1, "", told.Date));
                    }
                }
            }

            statements.AddRange(facts);
        }

        private StatementContext ContextOf(Statement statement)
        {
            SentenceContext context = ContextAt(statement.Span);
            int at = _analysis.Tokens.TokenAt(statement.Span.Start);
            ScopeSigns signs = context.Corrects ? ScopeSigns.Correction : ScopeSigns.None;
            if (statement is FigureStatement figure)
            {
                signs |= _isPlan && !IsBefore(figure.Period.Value, _written.Value) ? ScopeSigns.Plan : ScopeSigns.None;
                signs |= _reader._scopes.Of(_analysis.Tokens, Math.Max(_analysis.Tokens.TokenAt(statement.Sentence.Start), at - WordsBeforeScope), Math.Min(_named.Length, at + WordsBehindScope)) & ~(ScopeSigns.Correction | ScopeSigns.First);
            }

            else if (statement is FactStatement { Property: FactProperty.Office })
            {
                signs |= _reader._scopes.Of(_analysis.Tokens, Math.Max(_analysis.Tokens.TokenAt(statement.Sentence.Start), at - WordsBehindScope), Math.Min(_named.Length, at + WordsBehindScope + WordsBehindScope)) & ScopeSigns.First;
            }

            return new StatementContext(context.Topics, context.Around, context.Setting, signs, _passages.At(statement.Span));
        }

        private SentenceContext ContextAt(TextSpan span) => _contexts[_analysis.Tokens.SentenceOfToken(_analysis.Tokens.TokenAt(span.Start))];

        internal ImmutableArray<StatedDate> Dates() =>
            [.. _analysis.Mentions.Select((mention, index) => (mention, index)).Where(static pair => Dates(pair.mention)).Select(pair => DateOf(((TimeValue)pair.mention.Value).Value, pair.index, implied: false))];

        private EventStatement OfEvent(EventClaim told)
        {
            List<StatedPart> parts = [];
            foreach (Participant participant in told.Who)
            {
                AddPart(parts, participant.Mention, participant.Role);
            }

            foreach (int place in told.Where)
            {
                AddPart(parts, place, "where");
            }

            AddSubjects(told, parts);
            int trigger = _analysis.Tokens.TokenAt(told.Span.Start);

            // “Các chi bộ lần lượt ra đời: xã A, tháng 6/1930; xã B, …”: the verb stands over the list, the item tells of whom and when.
            bool ofItem = !told.Evidence[0].Contains(told.Span) && told.DateMention >= 0;
            (int first, int end) = Around(told.Evidence[0], ofItem ? _analysis.Tokens.TokenAt(_analysis.Mentions[told.DateMention].Span.Start) : trigger);
            return new EventStatement(
                told.Span, told.Evidence[0], told.Status, told.Type, DateOf(told.Date, told.DateMention, told.DateIsImplied),
                [.. parts.OrderBy(static part => part.Span)], [.. told.Figures.Select(NumberOf)],
                _reader._words.Of(_analysis.Tokens, trigger, Math.Min(ofItem ? Math.Min(_named.Length, trigger + WordsOfVerb) : end, trigger + WordsOfObject), IsNamed),
                _reader._words.Of(_analysis.Tokens, first, end, IsNamed), Near(first, end));
        }

        private ImmutableArray<uint> WordsBehind(TextSpan span, TextSpan sentence)
        {
            int at = _analysis.Tokens.TokenAt(span.Start);
            (_, int end) = Around(sentence, at);
            return _reader._words.Of(_analysis.Tokens, at, Math.Min(end, at + WordsOfObject + WordsOfObject), IsNamed);
        }

        private ImmutableArray<uint> WordsNear(TextSpan span, TextSpan sentence)
        {
            (int first, int end) = Around(sentence, _analysis.Tokens.TokenAt(span.Start));
            return _reader._words.Of(_analysis.Tokens, first, end, IsNamed);
        }

        // Of an office without a date: the last before it in its sentence, else in its paragraph.
        private StatedDate DateAround(TextSpan span, TextSpan sentence)
        {
            // What a row says of its time, its own rule reads.
            if (CellOf(_analysis.Tokens.SentenceOfToken(_analysis.Tokens.TokenAt(span.Start))) is not null)
            {
                return StatedDate.None;
            }

            for (int m = _analysis.Mentions.Length - 1; m >= 0 && _analysis.Mentions[m].Span.Start >= sentence.Start; m--)
            {
                if (_analysis.Mentions[m].Span.Start < span.Start && Dates(_analysis.Mentions[m]))
                {
                    return DateOf(((TimeValue)_analysis.Mentions[m].Value).Value, m, implied: true);
                }
            }

            int before = ContextAt(span).Date;
            return before < 0 ? StatedDate.None : DateOf(((TimeValue)_analysis.Mentions[before].Value).Value, before, implied: true);
        }

        private ImmutableArray<int> Near(int first, int end) =>
            _entities.In(TextSpan.Between(_analysis.Tokens.Tokens[first].Start, _analysis.Tokens.Tokens[end - 1].End));

        // What stands beside a date that no verb was read with: up to the next date.
        private EventStatement OfBareDate(int mention)
        {
            TextSpan span = _analysis.Mentions[mention].Span;
            TextSpan sentence = SentenceOf(span);
            int at = _analysis.Tokens.TokenAt(span.Start);
            (int first, int end) = Around(sentence, at);
            TextSpan row = RowOf(sentence);
            for (int m = mention - 1; m >= 0 && _analysis.Mentions[m].Span.Start >= row.Start; m--)
            {
                first = Dates(_analysis.Mentions[m]) ? Math.Max(first, _analysis.Tokens.TokenAt(_analysis.Mentions[m].Span.End - 1) + 1) : first;
            }

            for (int m = mention + 1; m < _analysis.Mentions.Length && _analysis.Mentions[m].Span.Start < row.End; m++)
            {
                end = Dates(_analysis.Mentions[m]) && _analysis.Mentions[m].Span.Start >= span.End ? Math.Min(end, _analysis.Tokens.TokenAt(_analysis.Mentions[m].Span.Start)) : end;
            }

            (first, end) = (Math.Min(first, at), Math.Max(end, at + 1));
            ImmutableArray<int> near = Near(first, end);
            ImmutableArray<uint> words = _reader._words.Of(_analysis.Tokens, first, end, IsNamed);
            return new EventStatement(
                span, sentence, ClaimStatus.Asserted, EventType.Other, DateOf(((TimeValue)_analysis.Mentions[mention].Value).Value, mention, implied: false),
                [], [], [], words, near);
        }

        // Who was born, died, was admitted or took an office, where the clause itself does not name them.
        private void AddSubjects(EventClaim told, List<StatedPart> parts)
        {
            FactProperty? property = told.Type switch
            {
                EventType.Birth => FactProperty.Born,
                EventType.Death => FactProperty.Died,
                EventType.Admission => FactProperty.Joined,
                EventType.Appointment or EventType.Election => FactProperty.Office,
                EventType.Founding => FactProperty.Founded,
                _ => null,
            };
            if (property is null || told.DateMention < 0)
            {
                return;
            }

            foreach (Claim claim in _analysis.Claims)
            {
                if (claim is FactClaim fact && fact.Property == property && fact.DateMention == told.DateMention && fact.Certainty != FactCertainty.Low
                    && EntityOf(fact.Subject) is >= 0 and int subject && !parts.Exists(part => part.Local == subject))
                {
                    parts.Add(new StatedPart(subject, "patient", _analysis.Mentions[fact.Subject].Span));
                }
            }
        }

        private FigureStatement OfFigure(FigureClaim figure)
        {
            (ImmutableArray<int> near, ImmutableArray<uint> words) = Surroundings(figure.Span, figure.Evidence[0], $"{figure.Unit} {figure.Indicator.Name}");
            return new FigureStatement(
                figure.Span, figure.Evidence[0], figure.Status, NumberOf(figure.Figure) with { Unit = FigureText.OneLine(figure.Unit).ToLowerInvariant() },
                figure.Indicator.Key, ScopeOf(figure, near),
                figure.Period.Value.Length > 0 ? DateOf(figure.Period.Value, figure.Period.Mention, figure.Period.Implied) : NearestDate(figure.Figure, figure.Evidence[0]), near, words)
            {
                Table = ((QuantityValue)_analysis.Mentions[figure.Figure].Value).Cell is null ? -1 : _analysis.Document.Blocks[_analysis.Tokens.Sentences[_analysis.Tokens.SentenceOfToken(_analysis.Tokens.TokenAt(figure.Span.Start))].Block].Cell?.Table ?? -1,
            };
        }

        // In a sentence the place must stand by the figure; in a table it stands at the head of the row or column.
        private int ScopeOf(FigureClaim figure, ImmutableArray<int> near)
        {
            int scope = figure.Scope.Implied ? -1 : EntityOf(figure.Scope.Mention);
            bool inTable = ((QuantityValue)_analysis.Mentions[figure.Figure].Value).Cell is not null;
            return inTable || near.Contains(scope) ? scope : -1;
        }

        private FigureStatement OfQuantity(int mention)
        {
            TextSpan span = _analysis.Mentions[mention].Span;
            TextSpan sentence = SentenceOf(span);
            (ImmutableArray<int> near, ImmutableArray<uint> words) = Surroundings(span, sentence, ((QuantityValue)_analysis.Mentions[mention].Value).Unit);
            return new FigureStatement(span, sentence, ClaimStatus.Asserted, NumberOf(mention), "", -1, NearestDate(mention, sentence), near, words);
        }

        // “93 năm”, “27 ngày đêm”, “9 năm tù”: lengths of time are held against each other as other numbers are.
        private static (decimal Count, string Unit)? LengthOf(Mention mention)
        {
            if (mention.Value is not TimeValue { Type: TimexType.Duration, Anchored: null, Value: { Length: > 2 } value } || value[0] != 'P' || value[1] == 'T'
                || !decimal.TryParse(value.AsSpan(1, value.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out decimal count) || count < LeastLength)
            {
                return null;
            }

            return value[^1] switch { 'Y' => (count, "năm"), 'M' => (count, "tháng"), 'W' => (count, "tuần"), 'D' => (count, "ngày"), _ => null };
        }

        private FigureStatement OfLength(int mention, (decimal Count, string Unit) length)
        {
            TextSpan span = _analysis.Mentions[mention].Span;
            TextSpan sentence = SentenceOf(span);
            (ImmutableArray<int> near, ImmutableArray<uint> words) = Surroundings(span, sentence, length.Unit);
            StatedNumber number = new(length.Count, null, length.Unit, ((TimeValue)_analysis.Mentions[mention].Value).Mod, StepOf(length.Count), span, IsScaled(span));
            return new FigureStatement(span, sentence, ClaimStatus.Asserted, number, "", -1, _written, near, words);
        }

        // The last date before it in its sentence, else the first behind it.
        private StatedDate NearestDate(int mention, TextSpan sentence)
        {
            for (int m = mention - 1; m >= 0 && _analysis.Mentions[m].Span.Start >= sentence.Start; m--)
            {
                if (Dates(_analysis.Mentions[m]))
                {
                    return DateOf(((TimeValue)_analysis.Mentions[m].Value).Value, m, implied: false);
                }
            }

            for (int m = mention + 1; m < _analysis.Mentions.Length && _analysis.Mentions[m].Span.Start < sentence.End; m++)
            {
                // What stands behind a semicolon is told of something else.
                if (_analysis.Mentions[m].Span.Start > _analysis.Mentions[mention].Span.End
                    && _analysis.Document.Text.AsSpan(_analysis.Mentions[mention].Span.End, _analysis.Mentions[m].Span.Start - _analysis.Mentions[mention].Span.End).Contains(';'))
                {
                    break;
                }

                if (Dates(_analysis.Mentions[m]))
                {
                    return DateOf(((TimeValue)_analysis.Mentions[m].Value).Value, m, implied: false);
                }
            }

            int before = ContextAt(_analysis.Mentions[mention].Span).Date;
            return before < 0 ? StatedDate.None : DateOf(((TimeValue)_analysis.Mentions[before].Value).Value, before, implied: true);
        }

        internal static bool Dates(Mention mention) => mention.Value is TimeValue { Type: TimexType.Date or TimexType.Time, Value: { Length: > 0 } value } && value[0] is not ('P' or 'X');

        private (ImmutableArray<int> Near, ImmutableArray<uint> Words) Surroundings(TextSpan span, TextSpan sentence, string name)
        {
            int at = _analysis.Tokens.TokenAt(span.Start);
            (int first, int end) = Around(sentence, at);
            int past = at;
            while (past < _figure.Length && _figure[past] && _analysis.Tokens.Tokens[past].Start < span.End)
            {
                past++;
            }

            (int from, int to) = (at, Math.Max(past, at + 1));
            while (from > first && from > at - WordsOfFigure && !EndsPart(from - 1))
            {
                from--;
            }

            while (to < end && to < past + WordsOfFigure && !EndsPart(to))
            {
                to++;
            }

            TextSpan around = TextSpan.Between(_analysis.Tokens.Tokens[first].Start, _analysis.Tokens.Tokens[to - 1].End);
            return (_entities.In(around), _reader._words.Of(_analysis.Tokens, from, to, IsNamed, name));
        }

        private bool EndsPart(int token) => _figure[token] || (_analysis.Tokens.Tokens[token].IsMark && _analysis.Document.Text[_analysis.Tokens.Tokens[token].Start] is ',' or ';' or '.' or ':' or '(' or ')');

        private (int First, int End) Around(TextSpan sentence, int at)
        {
            TextSpan whole = RowOf(sentence);
            int first = Math.Max(_analysis.Tokens.TokenAt(whole.Start), at - WordsAround);
            int end = at + 1;
            while (end < _analysis.Tokens.Tokens.Length && end < at + WordsAround && _analysis.Tokens.Tokens[end].Start < whole.End)
            {
                end++;
            }

            return (Math.Min(first, at), end);
        }

        // In a table the cells of a row tell together what a sentence tells elsewhere.
        private TextSpan RowOf(TextSpan sentence)
        {
            int at = _analysis.Tokens.SentenceOfToken(_analysis.Tokens.TokenAt(sentence.Start));
            if (CellOf(at) is not { } cell)
            {
                return sentence;
            }

            (int first, int last) = (at, at);
            while (first > 0 && CellOf(first - 1) is { } before && before.Table == cell.Table && before.Row == cell.Row)
            {
                first--;
            }

            while (last + 1 < _analysis.Tokens.Sentences.Length && CellOf(last + 1) is { } behind && behind.Table == cell.Table && behind.Row == cell.Row)
            {
                last++;
            }

            return TextSpan.Between(
                _analysis.Tokens.Tokens[_analysis.Tokens.Sentences[first].First].Start, _analysis.Tokens.Tokens[_analysis.Tokens.Sentences[last].End - 1].End);
        }

        private TableCell? CellOf(int sentence) => _analysis.Document.Blocks[_analysis.Tokens.Sentences[sentence].Block].Cell;

        private bool IsNamed(int token) => _named[token];

        private TextSpan SentenceOf(TextSpan span)
        {
            SentenceRange range = _analysis.Tokens.Sentences[_analysis.Tokens.SentenceOfToken(_analysis.Tokens.TokenAt(span.Start))];
            return TextSpan.Between(_analysis.Tokens.Tokens[range.First].Start, _analysis.Tokens.Tokens[range.End - 1].End);
        }

        private void AddPart(List<StatedPart> parts, int mention, string role)
        {
            if (EntityOf(mention) is >= 0 and int entity)
            {
                parts.Add(new StatedPart(entity, role, _analysis.Mentions[mention].Span));
            }
        }

        private int EntityOf(int mention) => mention < 0 ? -1 : _entities.OfMention(mention);

        private StatedDate DateOf(string value, int mention, bool implied) => mention >= 0 && _analysis.Mentions[mention].Value is TimeValue time
            ? new StatedDate(value, time.Mod, WordsOf(_analysis.Mentions[mention]), time.Lunar, implied)
            : value.Length > 0 ? StatedDate.None with { Value = value, Implied = true } : StatedDate.None;

        // “hôm ấy” has no date of its own: the words that it points to have.
        private TextSpan WordsOf(Mention date) =>
            date.Anchor is { Span: var anchor } && anchor.Length > 0 && !_analysis.Document.Text.AsSpan(date.Span.Start, date.Span.Length).ContainsAnyInRange('0', '9')
            && _analysis.Document.Text.AsSpan(anchor.Start, anchor.Length).ContainsAnyInRange('0', '9') && date.Value is TimeValue { Lunar: false, Implicit: true }
                ? anchor
                : date.Span;

        private StatedNumber NumberOf(int mention)
        {
            QuantityValue quantity = (QuantityValue)_analysis.Mentions[mention].Value;
            return new StatedNumber(
                quantity.Value, quantity.To, FigureText.OneLine(quantity.Unit).ToLowerInvariant(), quantity.Mod, StepOf(quantity.Value), _analysis.Mentions[mention].Span,
                IsScaled(_analysis.Mentions[mention].Span));
        }

        private bool IsScaled(TextSpan span)
        {
            ReadOnlySpan<char> words = _analysis.Document.Text.AsSpan(span.Start, span.Length);
            if (!words.ContainsAnyInRange('0', '9'))
            {
                return true;
            }

            foreach (Range word in words.Split(' '))
            {
                foreach (string scale in (ReadOnlySpan<string>)["vạn", "nghìn", "ngàn", "triệu", "tỷ", "tỉ", "trăm", "chục"])
                {
                    if (words[word].Equals(scale, StringComparison.OrdinalIgnoreCase))
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        // 8300 is told in hundreds, 350000 in ten thousands, 1.25 in hundredths.
        private static decimal StepOf(decimal? value)
        {
            if (value is not { } number || number == 0)
            {
                return 1;
            }

            decimal step = 1;
            while (number != decimal.Truncate(number) && step > 0.000001m)
            {
                number *= 10;
                step /= 10;
            }

            while (number % 10 == 0)
            {
                number /= 10;
                step *= 10;
            }

            return step;
        }
    }
}
