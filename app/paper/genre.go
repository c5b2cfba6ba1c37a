package paper

// Genre is the genre of a document in letter form by the class of its addressee (文种): bodies of the same rank and such
// that are not above the office get a letter, superior bodies a report, which asks for no reply
// (《党政机关公文处理工作条例》 on 函 and 报告).
type Genre struct {
	Word  string // the last word of the title: 函, 报告
	Close string // the last sentence
	Reply bool   // a reply may be asked for
	// Report tells that it has the general form with 签发人 (上行文) instead of that of a letter.
	Report bool
	// Greets tells that the text addresses the other side (贵局); a report names no addressee but over the text.
	Greets bool
}

// GenreFor is the one place that decides which genre goes to a class of body.
func GenreFor(c Class) Genre {
	if c.Upward() {
		return Genre{Word: "报告", Close: "特此报告。", Report: true}
	}
	return Genre{Word: "函", Close: "特此函告。", Reply: true, Greets: true}
}
