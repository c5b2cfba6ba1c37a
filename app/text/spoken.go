package text

// Messages are written as people speak. Each of these characters of southern and northern speech is compared as the
// common one: 唔使 as 不使, 冇 as 没. Only single characters that mean nothing else; words go into the lexicon.
const (
	spoken = "唔冇嘅哋佢睇嚟搵攞畀俾喺咗咁嘢啲俺甭"
	common = "不没的们他看来找拿给给在了这事些我别"
)

var commonForm = pairs(spoken, common)
