using BienNien.Reconciling;
using BienNien.Relating;
using BienNien.Relating.Facts;

namespace BienNien.Telling;

/// <summary>Facts, entities and what joins them as a reader calls them, in both languages.</summary>
public static class FactWords
{
    /// <summary>What is said of somebody or something: “Quê quán”, “Native place”.</summary>
    public static string Of(FactProperty property, TellingLanguage language) => In(language, property switch
    {
        FactProperty.Born => ("Sinh", "Born"),
        FactProperty.Died => ("Mất", "Died"),
        FactProperty.NativePlace => ("Quê quán", "Native place"),
        FactProperty.People => ("Dân tộc", "People"),
        FactProperty.Alias => ("Tên khác", "Other name"),
        FactProperty.Joined => ("Gia nhập", "Joined"),
        FactProperty.Office => ("Chức vụ", "Office"),
        FactProperty.Award => ("Khen thưởng", "Award"),
        FactProperty.Founded => ("Thành lập", "Founded"),
        FactProperty.Lineage => ("Nguồn gốc tổ chức", "Lineage"),
        FactProperty.Members => ("Số thành viên", "Members"),
        FactProperty.Renamed => ("Đổi tên", "Renamed"),
        FactProperty.PartOf => ("Thuộc", "Part of"),
        FactProperty.Issued => ("Ban hành", "Issued"),
        FactProperty.Issuer => ("Cơ quan ban hành", "Issuer"),
        FactProperty.About => ("Về việc", "About"),
        FactProperty.Implements => ("Thực hiện", "Carries out"),
        FactProperty.Amends => ("Sửa đổi", "Amends"),
        FactProperty.Replaces => ("Thay thế", "Replaces"),
        _ => throw new ArgumentOutOfRangeException(nameof(property), property, "A property without a name."),
    });

    /// <summary>What an entity is: “Người”, “Person”.</summary>
    public static string Of(EntityKind kind, TellingLanguage language) => In(language, kind switch
    {
        EntityKind.Person => ("Người", "Person"),
        EntityKind.Place => ("Địa danh", "Place"),
        EntityKind.Organisation => ("Tổ chức", "Body"),
        EntityKind.Paper => ("Văn bản", "Paper"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of entity without a name."),
    });

    /// <summary>The kind as mentions name it in data: PERSON, PLACE, ORG, DOCREF.</summary>
    public static string Code(this EntityKind kind) => kind switch
    {
        EntityKind.Person => "PERSON",
        EntityKind.Place => "PLACE",
        EntityKind.Organisation => "ORG",
        EntityKind.Paper => "DOCREF",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of entity without a code."),
    };

    /// <summary>Why a name of a document belongs to an entity: “cùng tên”, “same name”.</summary>
    public static string Of(LinkReason reason, TellingLanguage language) => In(language, reason switch
    {
        LinkReason.SameName => ("cùng tên", "same name"),
        LinkReason.StatedAlias => ("tài liệu nói rõ", "stated by a document"),
        LinkReason.KnownAlias => ("tên đã biết", "known name"),
        LinkReason.Spelling => ("khác cách viết", "another spelling"),
        LinkReason.Renamed => ("đổi tên", "renamed"),
        LinkReason.Context => ("hợp ngữ cảnh nhất", "fits best"),
        LinkReason.Ruling => ("biên tập quyết định", "an editor's ruling"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without a name."),
    });

    /// <summary>The reason as it is written in data: same-name, stated-alias, known-alias, spelling, renamed, context, ruling.</summary>
    public static string Code(this LinkReason reason) => reason switch
    {
        LinkReason.SameName => "same-name",
        LinkReason.StatedAlias => "stated-alias",
        LinkReason.KnownAlias => "known-alias",
        _ => reason.ToString().ToLowerInvariant(),
    };

    /// <summary>What both sides of a judgement speak of, as a reader calls it: the kind of happening, the property, the unit.</summary>
    /// <param name="about"><see cref="Reconciling.Conflicts.Judgement.About"/>; words that are none of data's own are units and stay.</param>
    /// <param name="language">The reader's.</param>
    public static string About(string about, TellingLanguage language)
    {
        ArgumentNullException.ThrowIfNull(about);
        foreach (EventType type in Enum.GetValues<EventType>())
        {
            if (type != EventType.Other && type.Code() == about)
            {
                return EventWords.Of(type, language);
            }
        }

        foreach (FactProperty property in Enum.GetValues<FactProperty>())
        {
            if (property.ToString() == about)
            {
                return Of(property, language);
            }
        }

        return about is "name" or "other" ? "" : about;
    }

    private static string In(TellingLanguage language, (string Vietnamese, string English) words) =>
        language == TellingLanguage.English ? words.English : words.Vietnamese;
}
