package text

// Mask says in what light a rune of a notice stands: what is forbidden, quoted, past or somebody else's part is not
// demanded of this office. Several may hold at once; zero means demanded.
type Mask uint8

const (
	Forbidden  Mask = 1 << iota // 不得…, 取消…: the notice itself forbids or ends it
	Theirs                      // the issuer's or another body's own part: 由我局…, 县公安局负责…
	Background                  // reasons, aims, circumstances: 根据…, 为…, 近期…
	Quoted                      // a title in 《》 or another document's words
	Past                        // reported or finished: 已…, 通报…典型问题
	Voluntary                   // left to choice: 自愿, 可以不报
	Outside                     // letterhead, number, title, addressee, signature, contact, copies
	Narrated                    // told before anything is asked: acts named there are not demanded, things are the matter
)

// MaskNames are the names of the masks as rule files write them.
var MaskNames = map[string]Mask{"forbidden": Forbidden, "theirs": Theirs, "background": Background, "quoted": Quoted,
	"past": Past, "voluntary": Voluntary, "outside": Outside, "narrated": Narrated}
