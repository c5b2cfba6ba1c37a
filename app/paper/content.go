package paper

// Face is a typeface by its part on an official page; which font file serves it is the painter's choice.
type Face string

const (
	FaceTitle Face = "title" // 小标宋: titles
	FaceBody  Face = "body"  // 仿宋: text and figures
	FaceHei   Face = "hei"   // 黑体: labels, headings, badges
	FaceKai   Face = "kai"   // 楷体: second-level headings
	// FaceSpare is the widest font at hand; it lends the characters that another face does not have.
	FaceSpare Face = "spare"
	// FaceRare (备用字) draws what no other face has: with a shape that another typeface of this PC lends, else as a frame
	// with the character's number in it.
	FaceRare Face = "rare"
)

// Style is face, size and line pitch, both in points.
type Style struct {
	Face Face
	Size float64
	Lead float64
}

// Align is where a line stands in its width.
type Align int

const (
	Left Align = iota
	Center
	Right
)

// VAlign is where text stands in the height of its cell.
type VAlign int

const (
	Middle VAlign = iota
	Top
	Bottom
)

// Span is a piece of a paragraph.
type Span struct {
	Text  string
	Face  Face    // empty: the face of the style
	Under bool    // underlined: words that a ground rests on
	Badge string  // boxed number behind the text: 清1, 2; it never starts a line
	Box   bool    // a box to tick before the text, drawn with lines
	Tick  bool    // the box is ticked
	Tab   float64 // the span begins at this place in the line, in mm, if the line is not yet that long
}

// Para is a paragraph. Text holds no line breaks.
type Para struct {
	Spans  []Span
	Indent float64 // first line, in ems
	Align  Align
}

// Block is a part of a document: Heading, Text, Frame, Table, Chart, Closing or Proof.
type Block interface{ block() }

// Heading is a first-level heading (黑体); it never stands alone at the foot of a page.
type Heading struct {
	Text  string
	Style Style
}

// Text is a run of paragraphs.
type Text struct {
	Paras  []Para
	Style  Style
	Before float64 // blank over it, in mm
}

// Frame is a run of paragraphs in a frame; it may continue on the next page.
type Frame struct {
	Paras []Para
	Style Style
}

// Table is a ruled table over the width of the text area. Cells name the columns of one common grid.
type Table struct {
	Cols     []float64 // widths in mm
	Sections []Section
	Thin     bool // the frame is as thin as the lines within: a list, not a form
}

// Section is a group of rows that may have a label at the left over their whole height, and head rows. Where a section
// goes on to the next page, label and head are repeated there.
type Section struct {
	Label    string // empty: none; a line feed breaks the line
	LabelCol int    // columns that the label takes, from the left; 0 without label
	Style    Style  // of the label
	Head     []Row
	Rows     []Row
	Together bool // never broken over pages
	KeepNext bool // on one page with the next section where that is possible: a seal never stands without text
	Tail     int  // so many of its last rows stand on one page with the next section, where the others may be on an earlier one
}

// Row is a row of a table.
type Row struct {
	Cells []Cell
	Min   float64 // least height in mm
	Slack float64 // how much of Min may be given up to keep the document on one page, in mm
}

// Cell is a cell; it covers Span columns from Col and Rows rows (0 counts as 1).
type Cell struct {
	Col, Span int
	Rows      int
	Paras     []Para
	Style     Style
	Align     Align
	VAlign    VAlign
	PadX      float64 // mm left and right
	PadY      float64 // mm above and below
	Label     bool    // it names what stands in the cell behind it
	Seal      bool    // 盖章处: kept free of text but the date
}

// Chart is a framed row of columns: white ones, of which a part may be hatched (柱图). It is black lines only, so that it
// reads the same from any printer.
type Chart struct {
	Bars   []ChartBar
	Note   string  // says under the columns what is white and what hatched
	Height float64 // of the whole frame, in mm
}

// ChartBar is one column.
type ChartBar struct {
	Label       string
	Total, Part int
}

// Closing ends a report: at the left a heading with its paragraphs and who has filled it in, at the right the office's
// name over the place of its seal and the date.
type Closing struct {
	Head  Heading // without text: none
	Paras []Para
	Signs []Para // 填报人, 审核人: level with the date
	Name  string // 清河县柳河镇人民政府（盖章）
	Date  string
	Style Style
}

// Proof is the box by which a document can be checked: QR code, digest of the attachment, and lines of versions. The
// printer fills in the digest, which is known only when the pages are.
type Proof struct {
	Notice string   // SHA-256 of the notice, hexadecimal
	List   string   // SHA-256 of the list, hexadecimal; empty without list
	Lines  []string // versions, and what checking can tell
}

func (Heading) block() {}
func (Text) block()    {}
func (Frame) block()   {}
func (Table) block()   {}
func (Chart) block()   {}
func (Closing) block() {}
func (Proof) block()   {}

// Letter is a letter (函) or a report (报告) in the form of GB/T 9704: name of the office, number, title, text, signature.
type Letter struct {
	// Report tells that it goes to a superior body: it has the general form, with the place for the signer (签发人) beside
	// the number, a line below them, and a number on page 1 too.
	Report    bool
	Issuer    string   // 发文机关标志
	Number    string   // 发文字号
	Title     []string // broken by sense
	To        string   // 主送机关
	Body      []Para
	Enclosure string  // 附件：比对证据页; may be empty
	Date      string  // 成文日期
	Note      string  // 附注; may be empty
	Imprint   Imprint // 版记; may be empty
	// Unsealed tells that no seal goes over name and date (不加盖印章): they stand as 7.3.5.2 has them.
	Unsealed bool
}

// SignerLabel stands on a report before the name of who signs it, which is written by hand.
const SignerLabel = "签发人："

// AppendedPages stands in a foot for the number of pages of the documents that follow in the same file.
const AppendedPages = "{附页}"

// Content is what one document says (文书内容), before it has places on pages.
type Content struct {
	Kind  Kind
	Title string
	// Subtitle stands in brackets under the title: （2026年11月）.
	Subtitle string
	// Marks are framed words over the title: 送审稿; 示例，不作正式文书. They are on every page.
	Marks      []string
	HeadLeft   string // 编号：柳反馈〔2026〕17号
	HeadMiddle string // 范围：2026年11月12日至24日
	HeadRight  string // 2026年11月24日
	Blocks     []Block
	FootLeft   string // may hold AppendedPages
	FootMiddle string
	// Top is where the title begins, in mm from the head of the page; MinTop how far it may move up to stay on one page.
	Top, MinTop float64
	// TitleStyle and HeadStyle are the type of the title and of the line under it; zero: 2号 22/32 and 小4号 12/20.
	TitleStyle, HeadStyle Style
	// Across tells that the page lies across (横版).
	Across bool
	// Narrow tells that rows may give up their Slack, and cells half of their PadY, to stay on one page.
	Narrow bool

	// Apart tells that the document stays with the office: its pages are not counted with those that go out.
	Apart bool

	Letter *Letter // set for a letter, which has a layout of its own; Blocks are then empty

	// Whole is the whole notice where the page quotes it shortened; the attachment then carries it.
	Whole string

	Author string // the issuing office
	Number string // as in the record; empty in a draft
	Date   string // YYYY-MM-DD: of the document, of the comparison in a draft
}
