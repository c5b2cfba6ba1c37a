package notice

import (
	"strings"

	"yidanqing/app/text"
)

// orgSuffixes are the words that names of bodies end with, by length in runes.
var orgSuffixes = suffixSet(`局 委 办 部 厅 处 科 股 室 站 所 队 院 校 行 社 司 团 组 厂 馆 园 庭 署 会 镇 乡 县 市 区 村 台 库 店 班 组 ` +
	`政府 党委 中心 公司 集团 银行 学校 小学 中学 高中 初中 职高 大学 分局 支行 分行 网点 工会 妇联 残联 文联 科协 侨联 政协 人大 法院 防指 ` +
	`专班 窗口 大厅 热线 平台 基地 街道 社区 党组 工委 武装部 农场 林场 渔场 车间 党支部 党总支 工商联 办事处 联席会议 ` +
	`委员会 指挥部 办公室 联合会 总工会 卫生院 营业部 营业厅 门市部 合作社 信用社 幼儿园 领导小组 专项机制 协会 商会 学会 联盟 报社 分部 电信 移动 联通 铁塔 人保 人寿 烟草 邮政 邮储 财险 石化`)

// orgStops are runes that do not stand in the name of a body: they show that a phrase is a sentence.
const orgStops = "请把了是我你您咱这那吗呢吧也还又没于并让给从到被各要在的将们说够想哪谁每,。:;!?|<>"

func suffixSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// orgEnds tells whether a name of a body may end just before r[end].
func orgEnds(r []rune, end int) bool {
	for n := min(4, end); n >= 1; n-- {
		if orgSuffixes[string(r[end-n:end])] {
			return true
		}
	}
	return false
}

// isOrg tells whether all of r is the name of a body.
func isOrg(r []rune) bool {
	if len(r) < 2 || len(r) > 60 || !orgEnds(r, len(r)) {
		return false
	}
	depth := 0
	for i, c := range r {
		switch {
		case c == '要' && i > 0 && r[i-1] == '机': // 机要和保密局
		case c == '(':
			depth++
		case c == ')':
			depth--
		case strings.ContainsRune(orgStops, c):
			return false
		case text.Han(c), c >= '0' && c <= '9', c == '、', c == '“', c == '”', c == '·', c >= 'a' && c <= 'z', c == '-', c == '/', c == '+', c == '"':
		default:
			return false
		}
	}
	return depth == 0 && text.Han(r[len(r)-1])
}

// orgGenres are endings that look like a body but name a paper or a meeting, 会 and 办 above all.
var notOrgs = suffixSet(`大会 会议 推进会 动员会 座谈会 现场会 部署会 调度会 例会 晚会 培训会 联欢会 机会 社会 运动会 博览会 签约会 主办 承办 协办 ` +
	`督办 交办 转办 代办 帮办 严办 查办 举办 兴办 会办 全部 干部 内部 现场所 场所 厕所 住所 之处 好处 到处 各处 违法行 执行 进行 实行 试行 举行 运行 ` +
	`厂区 园区 小区 景区 山区 库区 灾区 辖区 地区 片区 社会 入库 水库 宿舍区 委托 上班 下班 值班 加班 跟班 轮班 班组 本组 村组 工组 分组 小班 大班 全县 我县 我镇 我市 本县 各镇 各县 全镇 每村 各村 本村 你村 全村 你镇 本镇 上市 城市 县城 门市 超市 会议室 教室 活动室 阅览室 卫生室 礼堂 食堂 餐厅 培训室 报告厅 听证室 多功能厅 实训楼 大院 广场 体育馆 宾馆 影剧院 剧院 医院里 副局 副站 副所 副科 副处 副院 副校 副股 副队 副社 副行 副会`)

// orgLike is isOrg without endings that only look like a body.
func orgLike(r []rune) bool {
	if !isOrg(r) {
		return false
	}
	for n := min(4, len(r)); n >= 2; n-- {
		if notOrgs[string(r[len(r)-n:])] {
			return false
		}
	}
	return true
}

// surnames are the common ones; a name of a person begins with one of them.
const surnames = `王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由洪赖贝荀钮糜隗贡濮郦宦庾暨訾蒯竺桓逄莘郏郗谯芈茆郇苌郸鄞钦蹇笪仉思字刀寸俸召岩波扎次格桑旺才丹阿买艾热玛帕罕咩依赛`

// isName tells whether r can be the name of a person: 小杨, 老冯, 贺文昌, 欧阳明.
func isName(r []rune) bool {
	for _, c := range r {
		if !text.Han(c) {
			return false
		}
	}
	switch {
	case len(r) < 2 || len(r) > 4:
		return false
	case (r[0] == '小' || r[0] == '老' || r[0] == '大') && len(r) == 2:
		return strings.ContainsRune(surnames, r[1])
	case len(r) == 4:
		return strings.Contains("欧阳 司马 上官 诸葛 皇甫 尉迟 东方 慕容 令狐 夏侯 公孙 长孙 宇文", string(r[:2]))
	}
	return strings.ContainsRune(surnames, r[0])
}
