"""Words that say nothing about what a page is about, by language; they are only left out where others remain."""

__all__ = ["STOPWORDS"]

STOPWORDS = {
    language: frozenset(text.split())
    for language, text in {
        "en": """a about an and any are as at be been but by can could did do does for from had has have how i if
            in into is it its me my no not of on or our s so such than that the their them then there these
            they this those to us was we were what when where which who whom why will with would you your""",
        "fr": """a à ai aient au aux avec c ce ces cet cette ces ceux comme comment d dans de des du elle elles en
            est et eu il ils j je l la le les leur leurs ma mais me mes mon n ne nos notre nous on ont ou où
            par pas pour qu quand que quel quelle quelles quels qui quoi s sa sans se ses si son sont sur t ta
            te tes tu un une vos votre vous y était être""",
        "de": """aber als am an auch auf aus bei bin bis bist da das dass dem den der des die dies diese diesem
            diesen dieser dieses du durch ein eine einem einen einer eines er es für hat haben ich ihr im in
            ins ist kann man mit nach nicht noch oder sich sie sind so über um und uns unser vom von vor war
            warum was welche welcher wenn wer wie wir wird wo zu zum zur""",
        "ro": """a ai al ale am ar are au ca care ce cei cel cele cine cu cum da de despre din după e ea ei el ele
            este eu fi fie fost i în îi îl în la le lor lui mai mea ne nu o or pe pentru prin sa să sau se si
            și sunt un una unde unei unor unui cât când""",
        "hu": """a az azt be csak de egy ekkor el én és ez ezt fel ha hogy hogyan hol is ki kell le lesz meg mely
            melyek mert mi miért mikor milyen mint mit nem nincs ő ők össze s sem te ti úgy van vagy vannak
            volt által""",
        "sk": """a aby aj ako ale alebo áno bez bol bola boli by čo do ho i ich je jeho jej k kde kedy keď kto ku
            ma mi na nad nie o od po pod pre pri prečo sa si sme sú so tak tam táto ten to toto tu u už v vo z
            za zo že""",
        "es": """a al ante como con cual cuando de del desde donde e el ella ellos en entre era es esta este esto
            fue ha han la las le les lo los más me mi muy no nos o para pero por que qué quién se ser si sin
            sobre son su sus un una unas uno unos y ya""",
        "it": """a ad ai al alla alle anche c che chi ci come con cosa d da dai dal dalla degli dei del della delle
            di dove e ed è era gli ha hanno i il in io l la le lo ma mi n ne nei nel nella non o per perché
            più quale quando questa questo se si sono su sul sulla tra un una uno""",
        "el": """ο η το οι τα του της των τον την τους τις στο στη στην στον στα στους στις και κι να θα δεν μη με
            για από απο σε ως που πού ποιος ποιοι ποια ποιες τι πώς πως είναι ειναι ένα ενα ένας μια μία αν ή
            αλλά όταν πότε γιατί μας σας""",
        "bg": """а ако без бе беше би в във все да до за и из или им има как какво каква какви кога които който коя
            къде кой ли ми на над най не ни но о от по под при с са се си след са със така там те то този тази
            това тези у че ще я е""",
        "uk": """а або але без був була були в вже ви від він вона вони воно все для до є ж за з зі і й із його її
            їх як яка яке який які якщо коли кого на над не ні о об от по при про та так там те ти то той у
            хто це ця цей ці чи чому що щоб я де""",
        "sr": """a ali bez bi bio bila biti da do ga gde i ili iz ima je jer još ju k ka kad kada kako ko koja koje
            koji kojim koju li me mi mu na nad ne nego ni o od po pod pre pri s sa se si smo su sve šta što ta
            te to tu u uz za а али без би био била бити да до га где и или из има је јер још ју к ка кад када
            како ко која које који којим коју ли ме ми му на над не него ни о од по под пре при с са се си смо
            су све шта што та те то ту у уз за""",
        "sq": """a ai ajo ata ato çfarë cila cilat cilët cili dhe do e edhe është i ishte janë jo ka kanë ku kur më
            me mund në nga një nuk o ose pa para për pas po pse që sa se si t të tek u unë""",
        "tr": """acaba ama bana bazı ben bir biz bu da daha de diye en gibi hangi hem hep her hiç için ile ise ki
            kim mi mı mu mü nasıl ne neden nerede niçin o olan olarak on sen şey siz şu ve veya ya yani""",
        "rom": """aj ak and anda andar ande andre angla avel avri but e thaj taj haj hem hi i sar si sas saj kaj
            katar ke ko kon ki la le len lengo lengi leske li me mo na ni nane o odova odja pe pal pala po
            savo savi save so soske te tar tu vaś vash vi kana khate""",
    }.items()
}
