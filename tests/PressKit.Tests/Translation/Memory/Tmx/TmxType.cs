using System.Net;
using System.Text;
using System.Xml;

namespace PressKit.Tests.Translation.Memory.Tmx;

/// <summary>The document type of TMX 1.4b, written down here after the specification's tables of elements and attributes: what
/// may stand in what, and which attributes it has.</summary>
internal sealed class TmxType : XmlResolver
{
    private const string Declarations = """
        <!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #REQUIRED>
        <!ELEMENT header (note | prop | ude)*>
        <!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED segtype (block | paragraph | sentence | phrase) #REQUIRED
          o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED o-encoding CDATA #IMPLIED
          creationdate CDATA #IMPLIED creationid CDATA #IMPLIED changedate CDATA #IMPLIED changeid CDATA #IMPLIED>
        <!ELEMENT body (tu*)>
        <!ELEMENT ude EMPTY>
        <!ELEMENT note (#PCDATA)> <!ATTLIST note o-encoding CDATA #IMPLIED xml:lang CDATA #IMPLIED lang CDATA #IMPLIED>
        <!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED o-encoding CDATA #IMPLIED lang CDATA #IMPLIED>
        <!ELEMENT tu ((note | prop)*, tuv+)>
        <!ATTLIST tu tuid CDATA #IMPLIED o-encoding CDATA #IMPLIED datatype CDATA #IMPLIED usagecount CDATA #IMPLIED lastusagedate CDATA #IMPLIED
          creationtool CDATA #IMPLIED creationtoolversion CDATA #IMPLIED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED changedate CDATA #IMPLIED
          segtype (block | paragraph | sentence | phrase) #IMPLIED changeid CDATA #IMPLIED o-tmf CDATA #IMPLIED srclang CDATA #IMPLIED>
        <!ELEMENT tuv ((note | prop)*, seg)>
        <!ATTLIST tuv xml:lang CDATA #REQUIRED o-encoding CDATA #IMPLIED datatype CDATA #IMPLIED usagecount CDATA #IMPLIED lastusagedate CDATA #IMPLIED
          creationtool CDATA #IMPLIED creationtoolversion CDATA #IMPLIED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED changedate CDATA #IMPLIED
          changeid CDATA #IMPLIED o-tmf CDATA #IMPLIED lang CDATA #IMPLIED>
        <!ELEMENT seg (#PCDATA | bpt | ept | it | ph | hi | ut)*>
        <!ELEMENT bpt (#PCDATA | sub)*> <!ATTLIST bpt i CDATA #REQUIRED x CDATA #IMPLIED type CDATA #IMPLIED>
        <!ELEMENT ept (#PCDATA | sub)*> <!ATTLIST ept i CDATA #REQUIRED>
        <!ELEMENT it (#PCDATA | sub)*> <!ATTLIST it pos (begin | end) #REQUIRED x CDATA #IMPLIED type CDATA #IMPLIED>
        <!ELEMENT ph (#PCDATA | sub)*> <!ATTLIST ph x CDATA #IMPLIED type CDATA #IMPLIED assoc CDATA #IMPLIED>
        <!ELEMENT hi (#PCDATA | bpt | ept | it | ph | hi | ut)*> <!ATTLIST hi x CDATA #IMPLIED type CDATA #IMPLIED>
        <!ELEMENT ut (#PCDATA | sub)*> <!ATTLIST ut x CDATA #IMPLIED>
        <!ELEMENT sub (#PCDATA | bpt | ept | it | ph | hi | ut)*> <!ATTLIST sub datatype CDATA #IMPLIED type CDATA #IMPLIED>
        """;

    public override ICredentials Credentials { set => throw new NotSupportedException(); }

    public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => new MemoryStream(Encoding.UTF8.GetBytes(Declarations));
}
