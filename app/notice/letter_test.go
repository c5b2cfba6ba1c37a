package notice

import (
	"fmt"
	"strings"
	"testing"

	"yidanqing/app/text"
)

// shape writes zones and words of a letter, one paragraph a line.
func shape(l *Letter) string {
	var b strings.Builder
	for _, p := range l.Paragraphs {
		fmt.Fprintf(&b, "%s/%d %s\n", p.Zone, p.Annex, l.Text.Slice(p.Start, p.End))
	}
	return b.String()
}

func parse(s string) *Letter { return ParseLetter(text.New(s)) }

func TestLetterZones(t *testing.T) {
	cases := []struct{ name, raw, want string }{
		{"red-headed letter", `青山县妇女联合会文件

青妇函〔2026〕19号            签发人：王兰

关于开展“美丽庭院”建设工作
调研评估的通知

各乡镇妇联：
　　定于10月下旬开展评估。
　　联系人：宁晓岚，电话：8264518。

　　　　青山县妇女联合会
　　　　2026年10月12日

（此件公开发布）
抄送：县委办，县档案局。`, `head/0 青山县妇女联合会
head/0 文件
number/0 青妇函〔2026〕19号
head/0 签发人:王兰
title/0 关于开展“美丽庭院”建设工作
title/0 调研评估的通知
addressee/0 各乡镇妇联:
body/0 定于10月下旬开展评估。
contact/0 联系人:宁晓岚,电话:8264518。
signature/0 青山县妇女联合会
date/0 2026年10月12日
note/0 (此件公开发布)
copy/0 抄送:县委办,县档案局。
`},
		{"circular with an annexed plan", "青农组办〔2026〕4号\n关于印发《青山县2026年农村工作\n实施方案》的通知\n各乡镇党委、政府：\n现印发给你们，请认真落实。\n中共青山县委农村工作领导小组办公室\n2026年2月26日\n青山县2026年农村工作实施方案\n为深入贯彻中央一号文件精神，制定本方案。\n一、总体要求\n坚持农业优先。",
			`number/0 青农组办〔2026〕4号
title/0 关于印发《青山县2026年农村工作实施方案》的通知
addressee/0 各乡镇党委、政府:
body/0 现印发给你们,请认真落实。
signature/0 中共青山县委农村工作领导小组办公室
date/0 2026年2月26日
annex-title/1 青山县2026年农村工作实施方案
body/1 为深入贯彻中央一号文件精神,制定本方案。
body/1 一、总体要求
body/1 坚持农业优先。
`},
		{"message with a body before the colon", "@所有人 县农业农村局通知：撂荒地台账该更新了，周五前弄完🙏", "sender/0 @所有人县农业农村局通知:\nbody/0 撂荒地台账该更新了,周五前弄完\n"},
		{"message with body and person", "县发改委小杨：@云岭 @石桥 下周大风多，麻烦转转看。", "sender/0 县发改委小杨:@云岭@石桥\nbody/0 下周大风多,麻烦转转看。\n"},
		{"message in brackets", "【县文旅局】各乡镇文化站长：小程序上线啦", "sender/0 〔县文旅局〕\nbody/0 各乡镇文化站长:小程序上线啦\n"},
		{"message without a colon", "各位书记，县教体局要求明天下班前每村签承诺书", "sender/0 各位书记,县教体局\nbody/0 要求明天下班前每村签承诺书\n"},
		{"a date cut in two", "关于做好巡河的通知\n各乡镇人民政府：\n请各乡镇做好巡河工作，3月30日前报送情况。\n清河县水利局\n2026年3\n月12日", "title/0 关于做好巡河的通知\naddressee/0 各乡镇人民政府:\nbody/0 请各乡镇做好巡河工作,3月30日前报送情况。\nsignature/0 清河县水利局\ndate/0 2026年3\ndate/0 月12日\n"},
		{"e-mail", "发件人：县统计局农业科\n主题：上半年产量表\n各镇统计站：\n请7月8日前在平台导入。", "label/0 发件人:县统计局农业科\nlabel/0 主题:上半年产量表\nbody/0 各镇统计站:\nbody/0 请7月8日前在平台导入。\n"},
		{"phone note", "电话记录 5月22日15:10\n县邮政管理站（8283040）来电：请镇里算一算成本。\n记录人：小郑", "label/0 电话记录5月22日15:10\nsender/0 县邮政管理站(8283040)来电:\nbody/0 请镇里算一算成本。\nlabel/0 记录人:小郑\n"},
		{"sheet", "Sheet1\n附件2 民宿情况统计表（9月18日前报县文旅局）\n序号 | 村名 | 店名\n合计\n注：没有的填0。", "label/0 sheet1\ntitle/0 附件2民宿情况统计表(9月18日前报县文旅局)\ntable/0 序号|村名|店名\ntable/0 合计\nbody/0 注:没有的填0。\n"},
		{"minutes", "专题会议纪要\n〔2026〕11号\n青山县人民政府办公室      2026年5月26日\n会议研究扩建事宜。\n一、县发改委6月10日前完成批复。\n分送：参会单位", "title/0 专题会议纪要\nnumber/0 〔2026〕11号\nhead/0 青山县人民政府办公室\ndate/0 2026年5月26日\nbody/0 会议研究扩建事宜。\nbody/0 一、县发改委6月10日前完成批复。\ncopy/0 分送:参会单位\n"},
		{"web page", "关于召开迎检工作会议的通知\n2010年3月4日 09:12\n各镇、街道党工委，区级机关各部门：\n请按时参加。\n云岭区创建领导小组办公室\n2010年3月3日\n网络编辑：石某某", "title/0 关于召开迎检工作会议的通知\nsource/0 2010年3月4日09:12\naddressee/0 各镇、街道党工委,区级机关各部门:\nbody/0 请按时参加。\nsignature/0 云岭区创建领导小组办公室\ndate/0 2010年3月3日\nsource/0 网络编辑:石某某\n"},
	}
	for _, c := range cases {
		if got := shape(parse(c.raw)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestItems(t *testing.T) {
	cases := []struct{ name, raw, want string }{
		{"nested", "关于某事的通知\n各乡镇：\n一、任务\n（一）摸底。各村逐户摸底。\n（二）整改。分两步：1.先列单；2.再整改。\n二、要求\n加强领导。",
			"1 一、 任务| 1.1 (一) 摸底|各村逐户摸底。 1.1 (二) 整改|分两步: 1.1.1 1. |先列单; 1.1.1 2. |再整改。 1 二、 要求|加强领导。"},
		{"bare numbers in a chat", "县乡村振兴中心：两个事哈 1 把系统里的户再核一遍 2 每个干部都要下载App", "1 1 |把系统里的户再核一遍 1 2 |每个干部都要下载app"},
		{"a count is no list", "县农办：还有 1 个村没报 2 个村报错了", ""},
		{"yi shi", "县农办：抓三件事。一是摸底，逐户登记。二是上报，周五前报。", "1 一是 |摸底,逐户登记。 1 二是 |上报,周五前报。"},
		{"a reference to an item is none", "关于某事的通知\n各乡镇：\n三、工作。（1）贴明白纸；（2）问意愿。上述（2）的户数10日前报。", "1 三、 工作| 1.1 (1) |贴明白纸; 1.1 (2) |问意愿。上述(2)的户数10日前报。"},
		{"a day after a number", "关于某事的通知\n各乡镇：\n1.讲清要求；\n2.4月3日至7日劝导。", "1 1. |讲清要求; 1 2. |4月3日至7日劝导。"},
	}
	for _, c := range cases {
		l := parse(c.raw)
		var got []string
		for i, it := range l.Items {
			level := strings.Repeat("1.", it.Level-1) + "1"
			got = append(got, fmt.Sprintf("%s %s %s|%s", level, l.Text.Slice(it.Mark.Start, it.Mark.End), l.Text.Slice(it.Heading.Start, it.Heading.End), strings.Trim(l.Text.Slice(it.Words.Start, it.Words.End), "\n")))
			if at := l.ItemAt(it.Start); at != i {
				t.Errorf("%s: ItemAt(%d) = %d, want %d", c.name, it.Start, at, i)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

func TestSenders(t *testing.T) {
	cases := []struct{ raw, org, person, phone, from string }{
		{"县城管局张队：各乡镇支援2个同志", "县城管局", "张队", "", ""},
		{"接县检察院公益诉讼部电话（顾长河 8282016）：5号开磋商会", "县检察院公益诉讼部", "顾长河", "8282016", ""},
		{"县政府办转县行政审批局：今天下班前受理完", "县政府办", "", "", "县行政审批局"},
		{"派出所王所打电话来说，大烟花快开了", "派出所", "王所", "", ""},
		{"记：县民政局社会事务股来电，说北坡又堆起新土包", "县民政局社会事务股", "", "", ""},
		{"县公安局治安大队：请多讲讲拴绳", "县公安局治安大队", "", "", ""},
		{"农办老冯@各村：井看看", "农办", "老冯", "", ""},
		{"县农机站 麦收马上开始", "县农机站", "", "", ""},
		{"今天下午大家都在群里：收到回复", "", "", "", ""},
	}
	for _, c := range cases {
		l := parse(c.raw)
		var s Sender
		if len(l.Senders) > 0 {
			s = l.Senders[0]
		}
		w := func(r text.Range) string { return l.Text.Slice(r.Start, r.End) }
		if w(s.Org) != c.org || w(s.Person) != c.person || w(s.Phone) != c.phone || w(s.For) != c.from {
			t.Errorf("%s: org %q person %q phone %q for %q", c.raw, w(s.Org), w(s.Person), w(s.Phone), w(s.For))
		}
	}
}

func FuzzParseLetter(f *testing.F) {
	for _, s := range []string{"", "关于\n一、\n（一）", "县农办：1 把 2 每", "①②\n1.1.1", "附件1\n附件2\n2026年1月1日", "\xff一是二是", "@@@：\n@a", "|||\n|"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		l := parse(s)
		at := 0
		for _, p := range l.Paragraphs {
			if p.Start < at || p.End <= p.Start || p.End > l.Text.Len() {
				t.Fatalf("paragraph %+v after %d", p, at)
			}
			at = p.End
		}
		for i, it := range l.Items {
			if it.Parent >= i || it.End < it.Mark.End || it.Mark.Start != it.Start || it.Words.Start < it.Mark.End || it.Words.End > it.End {
				t.Fatalf("item %d %+v", i, it)
			}
		}
		l.Path(l.Text.Len() / 2)
	})
}
