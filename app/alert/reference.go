package alert

import "regexp"

// reference is what a notice says of an earlier one.
type reference struct {
	reminds  bool // of a demand that stands already (催报)
	corrects bool // day, place or words of an earlier notice
	next     bool // it goes on where an earlier one ended
}

// goesOn tells whether the notice follows an earlier one and so repeats nothing.
func (r reference) goesOn() bool { return r.reminds || r.corrects || r.next }

var (
	// earlier names a notice that came before: 14号发的, 7月6日印发的, 前期下发的通知, 清教体〔2026〕35号.
	earlierNotice = regexp.MustCompile(`([0-9]{1,2}(号|日)|上周|上月|昨天|前天|前几天|之前|此前|前期|早前|日前|已)((下|印|转)?发|布置|安排|部署)(的|了|过|至|给|出)?|〔[0-9]{4}〕[0-9]+号|(上次|前次|上述|之前|前面|原)(的)?(通知|要求|来函|文件|那个通知)`)
	urging        = regexp.MustCompile(`提醒|温馨提示|催(一|报|办|交)|抓紧|尽快|截止|还没(有)?(报|交|完成|开|上报|反馈|弄)|尚未|未(报送|上报|反馈|完成)|没报`)
	nothingNew    = regexp.MustCompile(`(没有|无|不增加|不再提)(其他|别的|任何)?(新的?)?(增)?要求|要求不变|其余不变|内容不变`)
	// correcting are the words of 更正, 延期 and 补充.
	correcting = regexp.MustCompile(`更正|勘误|(时间|时限|日期|地点|报送时间|截止时间)[^。；;\n]{0,8}(调整为|改为|改到|变更为|推迟|延长|延期|顺延|提前到)|(延期|推迟|顺延)(到|至)|以此件为准|原(件|通知)(作废|废止)`)
	// onward are the words of a further stage: a second round, what was left out, what comes of what was found.
	onward = regexp.MustCompile(`第(二|三|四|五|[2-5])(轮|批|阶段|次|步|针|期)|下一(步|阶段|轮)|下阶段|后续|(上|前)(次|期|轮|阶段|一轮|月|周)[^。；;\n]{0,14}(漏|报来|上报|排查|摸排|登记|发现|报送|查出)|第一(轮|批|阶段)[^。；;\n]{0,10}(不错|完成|结束|已|做)|已(全部)?(收齐|立案|转办|转交|汇总|办结)|(登记|摸排|排查)[^。；;\n]{0,10}已(收齐|完成|结束)|回头看|复查|(整改|处置|落实)(结果|情况|进展)[^。；;\n]{0,4}报|新(补|增)[^。；;\n]{0,6}(栏|的)|补(报|录|登|种|打|采|填)(?:[^助贴偿])`)
)

// readReference reads what the notice of a demand says of an earlier one.
func readReference(d Demand) reference {
	words := d.Notice
	if words == "" {
		words = d.Title + "\n" + d.Text
	}
	return reference{
		reminds:  urging.MatchString(words) && (earlierNotice.MatchString(withoutOwnNumber(words)) || nothingNew.MatchString(words)),
		corrects: correcting.MatchString(words),
		next:     onward.MatchString(words),
	}
}

// ownNumber is a document number that stands in a line of its own: the notice's own.
var ownNumber = regexp.MustCompile(`(?m)^\s*[^\s。，,；;]{1,12}〔[0-9]{4}〕[0-9]+号\s*$`)

func withoutOwnNumber(words string) string { return ownNumber.ReplaceAllString(words, "") }
